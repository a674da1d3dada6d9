import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/vpc-links', load: () => import('./vpc-links/vpc-link-list-page.tsx') },
  { path: '/vpc-links/:vpcLinkId', load: () => import('./vpc-links/vpc-link-page.tsx') },
];
