import type { Output } from '../../../aws/index.ts';
import { useAll } from '../../../data/index.ts';

export type ListedRole = NonNullable<Output<'iam', 'listRoles'>['Roles']>[number];

export function useRoles() {
  return useAll('iam', 'listRoles', { MaxItems: 1000 }, (page) => page.Roles);
}
