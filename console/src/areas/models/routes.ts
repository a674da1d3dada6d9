import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/apis/:apiId/models', load: () => import('./list/models-page.tsx') },
  { path: '/apis/:apiId/models/create', load: () => import('./create-model-page.tsx') },
  // Not below `models` itself, where a model may be named `create`.
  { path: '/apis/:apiId/models/model/:modelName', load: () => import('./model/model-page.tsx') },
];
