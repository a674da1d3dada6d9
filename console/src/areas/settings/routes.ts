import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/settings', load: () => import('./account/settings-page.tsx') },
  { path: '/preferences', load: () => import('./preferences/preferences-page.tsx') },
  { path: '/about', load: () => import('./about/about-page.tsx') },
];
