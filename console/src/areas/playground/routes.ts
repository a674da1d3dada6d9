import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/apis/:apiId/playground', load: () => import('./playground-page.tsx') },
];
