import type { Output } from '../../../aws/index.ts';
import { useAll } from '../../../data/index.ts';

export type User = NonNullable<Output<'iam', 'listUsers'>['Users']>[number];

export function useUsers() {
  return useAll('iam', 'listUsers', { MaxItems: 1000 }, (page) => page.Users);
}
