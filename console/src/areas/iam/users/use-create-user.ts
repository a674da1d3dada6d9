import { useRef } from 'react';
import { type Action, useSteps } from '../../../data/index.ts';
import type { Pair } from '../../../parts/pair-editor.tsx';
import { useAws } from '../../../session/index.ts';
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

/**
 * Makes a user and gives him all he shall have. Where a step is refused, as a password that is too short, the user is there; the next
 * attempt goes on from there.
 */
export function useCreateUser(): Action<NewUser, void> {
  const aws = useAws();
  const created = useRef('');
  return useSteps('iam', async (user: NewUser) => {
    const UserName = user.name;
    // Told apart by all that only this call sets: what was changed since then is refused, and not passed over.
    const details = JSON.stringify([UserName, user.path, user.boundary, user.tags]);
    if (created.current !== details) {
      await aws.call('iam', 'createUser', {
        UserName,
        Path: user.path,
        ...(user.boundary !== '' && { PermissionsBoundary: user.boundary }),
        ...(user.tags.length > 0 && { Tags: user.tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
      });
      created.current = details;
    }
    // Both do nothing where it was done before.
    for (const GroupName of user.groups) await aws.call('iam', 'addUserToGroup', { UserName, GroupName });
    for (const PolicyArn of user.policies) await aws.call('iam', 'attachUserPolicy', { UserName, PolicyArn });
    if (!user.password) return;
    await aws.call('iam', 'createLoginProfile', {
      UserName,
      Password: passwordOf(user.password),
      PasswordResetRequired: user.password.mustChange,
    });
  });
}
