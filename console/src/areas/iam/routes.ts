import type { PageRoute } from '../../routing/index.ts';

export const routes: readonly PageRoute[] = [
  { path: '/iam/users', load: () => import('./users/user-list-page.tsx') },
  { path: '/iam/users/create', load: () => import('./users/create-user-page.tsx') },
  { path: '/iam/users/:userName', load: () => import('./user/user-page.tsx') },
  { path: '/iam/groups', load: () => import('./groups/group-list-page.tsx') },
  { path: '/iam/groups/:groupName', load: () => import('./group/group-page.tsx') },
];
