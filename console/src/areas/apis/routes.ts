import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/apis', load: () => import('./api-list-page.tsx') },
  { path: '/apis/create', load: () => import('./create-api-page.tsx') },
];
