import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/apis/:apiId/stages', load: () => import('./stages/stage-list-page.tsx') },
  { path: '/apis/:apiId/stages/:stageName', load: () => import('./stage/stage-page.tsx') },
];
