import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/functions', load: () => import('./list/function-list-page.tsx') },
  { path: '/functions/create/function', load: () => import('./create/create-function-page.tsx') },
  { path: '/functions/:functionName', load: () => import('./detail/function-page.tsx') },
  { path: '/layers', load: () => import('./layers/layer-list-page.tsx') },
  { path: '/layers/:layerName', load: () => import('./layers/layer-page.tsx') },
];
