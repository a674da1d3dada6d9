import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/domain-names', load: () => import('./domain-names/domain-list-page.tsx') },
  { path: '/domain-names/create', load: () => import('./domain-names/create-domain-page.tsx') },
  { path: '/domain-names/:domainName/:domainNameId?', load: () => import('./domain-names/domain-page.tsx') },
  { path: '/vpc-links', load: () => import('./vpc-links/vpc-link-list-page.tsx') },
  { path: '/vpc-links/:vpcLinkId', load: () => import('./vpc-links/vpc-link-page.tsx') },
  { path: '/certificates', load: () => import('./certificates/certificate-list-page.tsx') },
  { path: '/certificates/request', load: () => import('./certificates/request-page.tsx') },
  { path: '/certificates/import', load: () => import('./certificates/import-page.tsx') },
  { path: '/certificates/:certificateId', load: () => import('./certificates/certificate-page.tsx') },
];
