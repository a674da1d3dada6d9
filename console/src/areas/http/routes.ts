import type { PageRoute } from '../../routing/index.ts';

/** Pages of HTTP APIs; some stand where REST APIs have a page of the same name. */
export const routes: readonly PageRoute[] = [
  { path: '/apis/create/http', load: () => import('./create/create-http-api-page.tsx') },
  { path: '/apis/:apiId/routes', protocol: 'HTTP', load: () => import('./route-list/route-list-page.tsx') },
  { path: '/apis/:apiId/routes/:routeId', protocol: 'HTTP', load: () => import('./route/route-page.tsx') },
  {
    path: '/apis/:apiId/integrations',
    protocol: 'HTTP',
    load: () => import('./integration-list/integration-list-page.tsx'),
  },
  {
    path: '/apis/:apiId/integrations/create',
    protocol: 'HTTP',
    load: () => import('./integration/create-integration-page.tsx'),
  },
  {
    path: '/apis/:apiId/integrations/:integrationId',
    protocol: 'HTTP',
    load: () => import('./integration/integration-page.tsx'),
  },
  {
    path: '/apis/:apiId/authorizers',
    protocol: 'HTTP',
    load: () => import('./authorizer-list/authorizer-list-page.tsx'),
  },
  {
    path: '/apis/:apiId/authorizers/create',
    protocol: 'HTTP',
    load: () => import('./authorizer/create-authorizer-page.tsx'),
  },
  {
    path: '/apis/:apiId/authorizers/:authorizerId',
    protocol: 'HTTP',
    load: () => import('./authorizer/authorizer-page.tsx'),
  },
  { path: '/apis/:apiId/cors', protocol: 'HTTP', load: () => import('./cors/cors-page.tsx') },
  { path: '/apis/:apiId/stages', protocol: 'HTTP', load: () => import('./stage-list/stage-list-page.tsx') },
  { path: '/apis/:apiId/stages/:stageName', protocol: 'HTTP', load: () => import('./stage/stage-page.tsx') },
  { path: '/apis/:apiId/deployments', protocol: 'HTTP', load: () => import('./deployments/deployments-page.tsx') },
  { path: '/apis/:apiId/settings', protocol: 'HTTP', load: () => import('./settings/settings-page.tsx') },
];
