import { useRef } from 'react';
import { type Action, useSteps } from '../../../data/index.ts';
import type { Pair } from '../../../parts/pair-editor.tsx';
import { useAws } from '../../../session/index.ts';

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

/** Makes a role and attaches its policies. Where one is refused the role is there; the next attempt goes on from there. */
export function useCreateRole(): Action<NewRole, void> {
  const aws = useAws();
  const created = useRef('');
  return useSteps('iam', async (role: NewRole) => {
    const RoleName = role.name;
    // Told apart by all that only this call sets: what was changed since then is refused, and not passed over.
    const details = JSON.stringify({ ...role, policies: [] });
    if (created.current !== details) {
      await aws.call('iam', 'createRole', {
        RoleName,
        Path: role.path,
        AssumeRolePolicyDocument: role.trust,
        MaxSessionDuration: Number(role.maxSessionHours) * 3600,
        ...(role.description !== '' && { Description: role.description }),
        ...(role.boundary !== '' && { PermissionsBoundary: role.boundary }),
        ...(role.tags.length > 0 && { Tags: role.tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
      });
      created.current = details;
    }
    for (const PolicyArn of role.policies) await aws.call('iam', 'attachRolePolicy', { RoleName, PolicyArn });
  });
}
