import type { Output } from '../../aws/index.ts';
import { useAll } from '../../data/index.ts';

export type Policy = NonNullable<Output<'iam', 'listPolicies'>['Policies']>[number];

/** All managed policies: AWS's, and the account's own. */
export function usePolicies() {
  return useAll('iam', 'listPolicies', { MaxItems: 1000 }, (page) => page.Policies);
}

export function isAwsManaged(arn: string): boolean {
  return /^arn:[\w-]+:iam::aws:/.test(arn);
}
