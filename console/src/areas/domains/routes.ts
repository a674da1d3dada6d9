import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/vpc-links', load: () => import('./vpc-links/vpc-link-list-page.tsx') },
  { path: '/vpc-links/:vpcLinkId', load: () => import('./vpc-links/vpc-link-page.tsx') },
  { path: '/certificates', load: () => import('./certificates/certificate-list-page.tsx') },
  { path: '/certificates/request', load: () => import('./certificates/request-page.tsx') },
  { path: '/certificates/import', load: () => import('./certificates/import-page.tsx') },
  { path: '/certificates/:certificateId', load: () => import('./certificates/certificate-page.tsx') },
];
