import type { Input } from '../../../aws/index.ts';
import type { Action } from '../../../data/index.ts';
import type { Pair } from '../../../parts/pair-editor.tsx';
import { useAws } from '../../../session/index.ts';
import { useCreateEntity } from '../entity/use-create-entity.ts';
import { deleteUser } from '../user/delete-user.tsx';
import { type PasswordDraft, passwordOf } from '../user/password-fields.tsx';

export interface NewUser {
  readonly name: string;
  readonly path: string;
  /** Absent: he does not sign in at the console. */
  readonly password: PasswordDraft | undefined;
  readonly groups: readonly string[];
  /** ARN; empty for none. */
  readonly boundary: string;
  /** ARNs. */
  readonly policies: readonly string[];
  readonly tags: readonly Pair[];
}

/** Makes a user and gives him all he shall have; his password, which may be refused as too short, comes last. */
export function useCreateUser(): Action<NewUser, void> {
  const aws = useAws();
  return useCreateEntity<NewUser>({
    inputOf,
    create: (user) => aws.call('iam', 'createUser', inputOf(user)),
    grantsOf: ({ name: UserName, groups, policies }) =>
      new Map<string, () => Promise<unknown>>([
        ...groups.map(
          (GroupName) => [GroupName, () => aws.call('iam', 'addUserToGroup', { UserName, GroupName })] as const,
        ),
        ...policies.map(
          (PolicyArn) => [PolicyArn, () => aws.call('iam', 'attachUserPolicy', { UserName, PolicyArn })] as const,
        ),
      ]),
    finish: async ({ name: UserName, password }) => {
      if (!password) return;
      const PasswordResetRequired = password.mustChange;
      await aws.call('iam', 'createLoginProfile', { UserName, Password: passwordOf(password), PasswordResetRequired });
    },
    remove: ({ name }) => deleteUser(aws, name),
  });
}

function inputOf(user: NewUser): Input<'iam', 'createUser'> {
  return {
    UserName: user.name,
    Path: user.path,
    ...(user.boundary !== '' && { PermissionsBoundary: user.boundary }),
    ...(user.tags.length > 0 && { Tags: user.tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
  };
}
