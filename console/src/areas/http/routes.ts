import type { PageRoute } from '../../routing/index.ts';

/** Pages of HTTP APIs; some stand where REST APIs have a page of the same name. */
export const routes: readonly PageRoute[] = [
  { path: '/apis/:apiId/routes', protocol: 'HTTP', load: () => import('./route-list/route-list-page.tsx') },
  { path: '/apis/:apiId/routes/:routeId', protocol: 'HTTP', load: () => import('./route/route-page.tsx') },
];
