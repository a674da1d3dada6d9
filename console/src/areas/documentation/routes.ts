import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/apis/:apiId/documentation', load: () => import('./documentation-page.tsx') },
  { path: '/apis/:apiId/documentation/create', load: () => import('./part/create-part-page.tsx') },
  { path: '/apis/:apiId/documentation/part', load: () => import('./part/part-page.tsx') },
];
