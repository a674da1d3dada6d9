import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/iam/users', load: () => import('./users/user-list-page.tsx') },
  { path: '/iam/users/create', load: () => import('./users/create-user-page.tsx') },
  { path: '/iam/users/:userName', load: () => import('./user/user-page.tsx') },
  { path: '/iam/groups', load: () => import('./groups/group-list-page.tsx') },
  { path: '/iam/groups/:groupName', load: () => import('./group/group-page.tsx') },
  { path: '/iam/roles', load: () => import('./roles/role-list-page.tsx') },
  { path: '/iam/roles/create', load: () => import('./roles/create-role-page.tsx') },
  { path: '/iam/roles/:roleName', load: () => import('./role/role-page.tsx') },
  { path: '/iam/policies', load: () => import('./policies/policy-list-page.tsx') },
  { path: '/iam/policies/create', load: () => import('./policies/create-policy-page.tsx') },
  { path: '/iam/policies/details', load: () => import('./policy/policy-page.tsx') },
  { path: '/iam/identity-providers', load: () => import('./providers/provider-list-page.tsx') },
  { path: '/iam/identity-providers/details', load: () => import('./provider/provider-page.tsx') },
  { path: '/iam/policy-simulator', load: () => import('./simulator/simulator-page.tsx') },
  { path: '/iam/account', load: () => import('./account/account-page.tsx') },
  { path: '/iam/credentials', load: () => import('./credentials/credentials-page.tsx') },
];
