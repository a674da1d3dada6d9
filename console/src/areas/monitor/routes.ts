import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/monitor', load: () => import('./metrics/overview-page.tsx') },
  { path: '/apis/:apiId/dashboard', load: () => import('./metrics/overview-page.tsx') },
  { path: '/requests', load: () => import('./requests/request-list-page.tsx') },
  { path: '/apis/:apiId/requests', load: () => import('./requests/request-list-page.tsx') },
  { path: '/requests/:requestId', load: () => import('./requests/trace-page.tsx') },
];
