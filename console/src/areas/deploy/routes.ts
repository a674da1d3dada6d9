import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/apis/:apiId/deploy', load: () => import('./deploy/deploy-page.tsx') },
  { path: '/apis/:apiId/deployments', load: () => import('./deployments/deployments-page.tsx') },
  { path: '/apis/:apiId/deployments/compare', load: () => import('./deployments/compare-page.tsx') },
  { path: '/apis/:apiId/stages', load: () => import('./stages/stage-list-page.tsx') },
  { path: '/apis/:apiId/stages/:stageName', load: () => import('./stage/stage-page.tsx') },
];
