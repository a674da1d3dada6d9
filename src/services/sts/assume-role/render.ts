import type { AssumableRole } from '../context.ts';

/** How answers name a session. */
export function assumedRole({ accountId, roleId, roleName }: AssumableRole, sessionName: string) {
  return {
    AssumedRoleId: `${roleId}:${sessionName}`,
    Arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
  };
}
