import { entityArn } from '../arn.ts';
import type { AwsManagedPolicy } from '../aws-managed/index.ts';
import type { PolicyDocument, PolicyVersion } from '../documents/index.ts';
import { printPolicy } from '../policy-text.ts';
import { renderTags } from '../tags.ts';

/** A managed policy, whoever manages it, in one form. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly description: string | undefined;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly defaultVersionId: string;
  readonly versions: readonly PolicyVersion[];
  readonly tags: Readonly<Record<string, string>>;
}

export function ownPolicy(accountId: string, policy: PolicyDocument): ManagedPolicy {
  const { name, path, id, description, createdAtMs, updatedAtMs, defaultVersionId, versions, tags } = policy;
  const arn = entityArn(accountId, 'policy', policy);
  return { arn, name, path, id, description, createdAtMs, updatedAtMs, defaultVersionId, versions, tags };
}

export function awsPolicy({ version, ...policy }: AwsManagedPolicy): ManagedPolicy {
  return { ...policy, defaultVersionId: version.versionId, versions: [version], tags: {} };
}

export interface UseCounts {
  attachments(arn: string): number;
  boundaries(arn: string): number;
}

/** As listings show it: without description and tags (API reference, `ListPolicies`). */
export function renderPolicy(policy: ManagedPolicy, uses: UseCounts) {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersionId,
    AttachmentCount: uses.attachments(policy.arn),
    PermissionsBoundaryUsageCount: uses.boundaries(policy.arn),
    IsAttachable: true,
    CreateDate: new Date(policy.createdAtMs),
    UpdateDate: new Date(policy.updatedAtMs),
  };
}

export function renderPolicyInFull(policy: ManagedPolicy, uses: UseCounts) {
  return {
    ...renderPolicy(policy, uses),
    ...(policy.description !== undefined && { Description: policy.description }),
    Tags: renderTags(policy.tags),
  };
}

export function renderVersion(
  { versionId, createdAtMs }: PolicyVersion,
  { defaultVersionId }: { readonly defaultVersionId: string },
) {
  return {
    VersionId: versionId,
    IsDefaultVersion: versionId === defaultVersionId,
    CreateDate: new Date(createdAtMs),
  };
}

export function renderVersionInFull(version: PolicyVersion, policy: { readonly defaultVersionId: string }) {
  return { ...renderVersion(version, policy), Document: printPolicy(version.document) };
}
