import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/api-keys', load: () => import('./api-keys/key-list-page.tsx') },
  { path: '/api-keys/create', load: () => import('./api-keys/create-key-page.tsx') },
  { path: '/api-keys/import', load: () => import('./api-keys/import-keys-page.tsx') },
  { path: '/api-keys/:keyId', load: () => import('./api-keys/key-page.tsx') },
];
