import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/monitor', load: () => import('./metrics/overview-page.tsx') },
  { path: '/apis/:apiId/dashboard', protocol: 'any', load: () => import('./metrics/overview-page.tsx') },
  { path: '/requests', load: () => import('./requests/request-list-page.tsx') },
  { path: '/apis/:apiId/requests', protocol: 'any', load: () => import('./requests/request-list-page.tsx') },
  { path: '/requests/:requestId', load: () => import('./requests/trace-page.tsx') },
  { path: '/log-groups', load: () => import('./logs/groups/group-list-page.tsx') },
  { path: '/log-groups/group', load: () => import('./logs/groups/group-page.tsx') },
  { path: '/live-tail', load: () => import('./logs/live-tail/live-tail-page.tsx') },
  { path: '/logs-insights', load: () => import('./logs/insights/insights-page.tsx') },
  { path: '/alarms', load: () => import('./alarms/alarm-list-page.tsx') },
  { path: '/alarms/create', load: () => import('./alarms/alarm-form-page.tsx') },
  { path: '/alarms/edit', load: () => import('./alarms/alarm-form-page.tsx') },
  { path: '/alarms/alarm', load: () => import('./alarms/alarm-page.tsx') },
  { path: '/dashboards', load: () => import('./dashboards/dashboard-list-page.tsx') },
  { path: '/dashboards/edit', load: () => import('./dashboards/dashboard-form-page.tsx') },
  { path: '/dashboards/dashboard', load: () => import('./dashboards/dashboard-page.tsx') },
  { path: '/system', load: () => import('./system/system-page.tsx') },
];
