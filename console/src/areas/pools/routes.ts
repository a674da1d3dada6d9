import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [];
