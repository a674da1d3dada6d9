import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/apis/:apiId/authorizers', load: () => import('./authorizers/authorizer-list-page.tsx') },
  { path: '/apis/:apiId/authorizers/create', load: () => import('./authorizers/create-authorizer-page.tsx') },
  { path: '/apis/:apiId/authorizers/:authorizerId', load: () => import('./authorizers/authorizer-page.tsx') },
  { path: '/apis/:apiId/gateway-responses', load: () => import('./gateway-responses/gateway-response-list-page.tsx') },
  {
    path: '/apis/:apiId/gateway-responses/:responseType',
    load: () => import('./gateway-responses/gateway-response-page.tsx'),
  },
  { path: '/apis/:apiId/resource-policy', load: () => import('./resource-policy/resource-policy-page.tsx') },
  { path: '/apis/:apiId/access-simulator', load: () => import('./simulator/access-simulator-page.tsx') },
  { path: '/apis/:apiId/settings', load: () => import('./settings/api-settings-page.tsx') },
  { path: '/client-certificates', load: () => import('./client-certificates/client-certificate-list-page.tsx') },
  {
    path: '/client-certificates/:certificateId',
    load: () => import('./client-certificates/client-certificate-page.tsx'),
  },
];
