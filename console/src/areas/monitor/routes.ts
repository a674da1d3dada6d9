import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/monitor', load: () => import('./metrics/overview-page.tsx') },
  { path: '/apis/:apiId/dashboard', load: () => import('./metrics/overview-page.tsx') },
  { path: '/requests', load: () => import('./requests/request-list-page.tsx') },
  { path: '/apis/:apiId/requests', load: () => import('./requests/request-list-page.tsx') },
  { path: '/requests/:requestId', load: () => import('./requests/trace-page.tsx') },
  { path: '/log-groups', load: () => import('./logs/groups/group-list-page.tsx') },
  { path: '/log-groups/group', load: () => import('./logs/groups/group-page.tsx') },
  { path: '/live-tail', load: () => import('./logs/live-tail/live-tail-page.tsx') },
  { path: '/logs-insights', load: () => import('./logs/insights/insights-page.tsx') },
];
