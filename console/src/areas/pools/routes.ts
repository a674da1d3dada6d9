import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/user-pools', load: () => import('./pools/pool-list-page.tsx') },
  { path: '/user-pools/create', load: () => import('./pools/create-pool-page.tsx') },
  { path: '/user-pools/:poolId', load: () => import('./pools/pool-page.tsx') },
  { path: '/user-pools/:poolId/users/:username', load: () => import('./users/user-page.tsx') },
  { path: '/user-pools/:poolId/clients/create', load: () => import('./clients/create-client-page.tsx') },
  { path: '/user-pools/:poolId/clients/:clientId', load: () => import('./clients/client-page.tsx') },
];
