import type { Output } from '../../../aws/index.ts';
import { useAll } from '../../../data/index.ts';

export type Group = NonNullable<Output<'iam', 'listGroups'>['Groups']>[number];

export function useGroups() {
  return useAll('iam', 'listGroups', { MaxItems: 1000 }, (page) => page.Groups);
}
