import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/apis/:apiId/resources/:resourceId?/:method?', load: () => import('./resources-page.tsx') },
];
