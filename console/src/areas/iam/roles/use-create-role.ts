import type { Input } from '../../../aws/index.ts';
import type { Action } from '../../../data/index.ts';
import type { Pair } from '../../../parts/pair-editor.tsx';
import { useAws } from '../../../session/index.ts';
import { useCreateEntity } from '../entity/use-create-entity.ts';
import { deleteRole } from '../role/delete-role.tsx';

export interface NewRole {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly maxSessionHours: string;
  /** The trust policy. */
  readonly trust: string;
  /** ARNs. */
  readonly policies: readonly string[];
  /** ARN; empty for none. */
  readonly boundary: string;
  readonly tags: readonly Pair[];
}

/** Makes a role and attaches its policies. */
export function useCreateRole(): Action<NewRole, void> {
  const aws = useAws();
  return useCreateEntity<NewRole>({
    inputOf,
    create: (role) => aws.call('iam', 'createRole', inputOf(role)),
    grantsOf: ({ name: RoleName, policies }) =>
      new Map(
        policies.map((PolicyArn) => [PolicyArn, () => aws.call('iam', 'attachRolePolicy', { RoleName, PolicyArn })]),
      ),
    remove: ({ name }) => deleteRole(aws, name),
  });
}

function inputOf(role: NewRole): Input<'iam', 'createRole'> {
  return {
    RoleName: role.name,
    Path: role.path,
    AssumeRolePolicyDocument: role.trust,
    MaxSessionDuration: Number(role.maxSessionHours) * 3600,
    ...(role.description !== '' && { Description: role.description }),
    ...(role.boundary !== '' && { PermissionsBoundary: role.boundary }),
    ...(role.tags.length > 0 && { Tags: role.tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
  };
}
