import type { AwsClient } from '../../../aws/index.ts';

export type EntityKind = 'user' | 'group' | 'role';

/** Who has permissions. */
export interface Entity {
  readonly kind: EntityKind;
  readonly name: string;
}

interface From {
  readonly Marker?: string;
}

/** What IAM has an operation for of each kind of entity. */
export interface EntityCalls {
  listAttached(from: From): Promise<{
    readonly AttachedPolicies?: readonly AttachedPolicy[] | undefined;
    readonly Marker?: string | undefined;
  }>;
  attach(PolicyArn: string): Promise<unknown>;
  detach(PolicyArn: string): Promise<unknown>;
  listInline(
    from: From,
  ): Promise<{ readonly PolicyNames?: readonly string[] | undefined; readonly Marker?: string | undefined }>;
  getInline(PolicyName: string): Promise<{ readonly PolicyDocument?: string | undefined }>;
  putInline(PolicyName: string, PolicyDocument: string): Promise<unknown>;
  deleteInline(PolicyName: string): Promise<unknown>;
}

export interface AttachedPolicy {
  readonly PolicyName?: string | undefined;
  readonly PolicyArn?: string | undefined;
}

/** IAM's calls about one entity's policies. */
export function entityCalls(aws: AwsClient, { kind, name }: Entity): EntityCalls {
  switch (kind) {
    case 'user':
      return userCalls(aws, { UserName: name });
    case 'group':
      return groupCalls(aws, { GroupName: name });
    case 'role':
      return roleCalls(aws, { RoleName: name });
  }
}

function userCalls(aws: AwsClient, who: { readonly UserName: string }): EntityCalls {
  return {
    listAttached: (from) => aws.call('iam', 'listAttachedUserPolicies', { ...who, ...from, MaxItems: 1000 }),
    attach: (PolicyArn) => aws.call('iam', 'attachUserPolicy', { ...who, PolicyArn }),
    detach: (PolicyArn) => aws.call('iam', 'detachUserPolicy', { ...who, PolicyArn }),
    listInline: (from) => aws.call('iam', 'listUserPolicies', { ...who, ...from, MaxItems: 1000 }),
    getInline: (PolicyName) => aws.call('iam', 'getUserPolicy', { ...who, PolicyName }),
    putInline: (PolicyName, PolicyDocument) => aws.call('iam', 'putUserPolicy', { ...who, PolicyName, PolicyDocument }),
    deleteInline: (PolicyName) => aws.call('iam', 'deleteUserPolicy', { ...who, PolicyName }),
  };
}

function groupCalls(aws: AwsClient, who: { readonly GroupName: string }): EntityCalls {
  return {
    listAttached: (from) => aws.call('iam', 'listAttachedGroupPolicies', { ...who, ...from, MaxItems: 1000 }),
    attach: (PolicyArn) => aws.call('iam', 'attachGroupPolicy', { ...who, PolicyArn }),
    detach: (PolicyArn) => aws.call('iam', 'detachGroupPolicy', { ...who, PolicyArn }),
    listInline: (from) => aws.call('iam', 'listGroupPolicies', { ...who, ...from, MaxItems: 1000 }),
    getInline: (PolicyName) => aws.call('iam', 'getGroupPolicy', { ...who, PolicyName }),
    putInline: (PolicyName, PolicyDocument) =>
      aws.call('iam', 'putGroupPolicy', { ...who, PolicyName, PolicyDocument }),
    deleteInline: (PolicyName) => aws.call('iam', 'deleteGroupPolicy', { ...who, PolicyName }),
  };
}

function roleCalls(aws: AwsClient, who: { readonly RoleName: string }): EntityCalls {
  return {
    listAttached: (from) => aws.call('iam', 'listAttachedRolePolicies', { ...who, ...from, MaxItems: 1000 }),
    attach: (PolicyArn) => aws.call('iam', 'attachRolePolicy', { ...who, PolicyArn }),
    detach: (PolicyArn) => aws.call('iam', 'detachRolePolicy', { ...who, PolicyArn }),
    listInline: (from) => aws.call('iam', 'listRolePolicies', { ...who, ...from, MaxItems: 1000 }),
    getInline: (PolicyName) => aws.call('iam', 'getRolePolicy', { ...who, PolicyName }),
    putInline: (PolicyName, PolicyDocument) => aws.call('iam', 'putRolePolicy', { ...who, PolicyName, PolicyDocument }),
    deleteInline: (PolicyName) => aws.call('iam', 'deleteRolePolicy', { ...who, PolicyName }),
  };
}
