import type { Crumb } from '../../page/index.ts';
import { iam as texts } from '../../texts/en/iam.ts';

/** Where pages are; ARNs hold slashes, so they stand in the query. */
export const userPath = (name: string): string => `/iam/users/${encodeURIComponent(name)}`;
export const groupPath = (name: string): string => `/iam/groups/${encodeURIComponent(name)}`;
export const rolePath = (name: string): string => `/iam/roles/${encodeURIComponent(name)}`;
export const policyPath = (arn: string): string => `/iam/policies/details?arn=${encodeURIComponent(arn)}`;
export const providerPath = (arn: string): string => `/iam/identity-providers/details?arn=${encodeURIComponent(arn)}`;

/** The simulator about somebody. */
export const simulatorPath = (arn: string): string => `/iam/policy-simulator?source=${encodeURIComponent(arn)}`;

const IAM: Crumb = { text: texts.service, path: '/iam/users' };

/** Breadcrumbs of a list, or with its name and path of what stands below it. */
export function trailOf(list?: Crumb): readonly Crumb[] {
  return list ? [IAM, list] : [IAM];
}
