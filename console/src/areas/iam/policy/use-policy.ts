import type { AwsClient, Output } from '../../../aws/index.ts';
import { useCall } from '../../../data/index.ts';
import type { EntityKind } from '../entity/entity-calls.ts';
import { allPages, useIam } from '../use-iam.ts';

export type PolicyDetails = NonNullable<Output<'iam', 'getPolicy'>['Policy']>;
export type Version = NonNullable<Output<'iam', 'listPolicyVersions'>['Versions']>[number];

export function usePolicy(PolicyArn: string) {
  return useCall('iam', 'getPolicy', { PolicyArn });
}

/** The newest first. */
export function useVersions(PolicyArn: string) {
  return useIam<readonly Version[]>(['policy-versions', PolicyArn], (aws) => readVersions(aws, PolicyArn));
}

export function readVersions(aws: AwsClient, PolicyArn: string): Promise<readonly Version[]> {
  return allPages(
    (from) => aws.call('iam', 'listPolicyVersions', { PolicyArn, ...from }),
    (page) => page.Versions,
  );
}

export function useVersion(PolicyArn: string, VersionId: string) {
  return useCall('iam', 'getPolicyVersion', { PolicyArn, VersionId });
}

/** Who has a policy, and as what. */
export interface PolicyUse {
  readonly kind: EntityKind;
  readonly name: string;
  readonly as: 'permissions' | 'boundary';
}

export function usePolicyUses(PolicyArn: string) {
  return useIam<readonly PolicyUse[]>(['policy-uses', PolicyArn], (aws) => readUses(aws, PolicyArn));
}

export async function readUses(aws: AwsClient, PolicyArn: string): Promise<readonly PolicyUse[]> {
  const [permissions, boundaries] = await Promise.all([
    usesAs(aws, PolicyArn, 'permissions'),
    usesAs(aws, PolicyArn, 'boundary'),
  ]);
  return [...permissions, ...boundaries];
}

function usesAs(aws: AwsClient, PolicyArn: string, as: PolicyUse['as']): Promise<readonly PolicyUse[]> {
  const PolicyUsageFilter = as === 'boundary' ? 'PermissionsBoundary' : 'PermissionsPolicy';
  return allPages(
    (from) => aws.call('iam', 'listEntitiesForPolicy', { PolicyArn, PolicyUsageFilter, ...from, MaxItems: 1000 }),
    ({ PolicyUsers = [], PolicyGroups = [], PolicyRoles = [] }) => [
      ...PolicyUsers.map(({ UserName = '' }): PolicyUse => ({ kind: 'user', name: UserName, as })),
      ...PolicyGroups.map(({ GroupName = '' }): PolicyUse => ({ kind: 'group', name: GroupName, as })),
      ...PolicyRoles.map(({ RoleName = '' }): PolicyUse => ({ kind: 'role', name: RoleName, as })),
    ],
  );
}
