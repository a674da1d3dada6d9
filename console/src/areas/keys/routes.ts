import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/api-keys', load: () => import('./api-keys/key-list-page.tsx') },
  { path: '/api-keys/create', load: () => import('./api-keys/create-key-page.tsx') },
  { path: '/api-keys/import', load: () => import('./api-keys/import-keys-page.tsx') },
  { path: '/api-keys/:keyId', load: () => import('./api-keys/key-page.tsx') },
  { path: '/usage-plans', load: () => import('./plans/plan-list-page.tsx') },
  { path: '/usage-plans/create', load: () => import('./plans/create-plan-page.tsx') },
  { path: '/usage-plans/:planId', load: () => import('./plans/plan-page.tsx') },
];
