import type { Reader } from '../../../store/index.ts';
import {
  type EntityDocument,
  type GroupDocument,
  globalScope,
  groups,
  type RoleDocument,
  roles,
  type UserDocument,
  users,
} from '../documents/index.ts';

/** Everybody whom managed policies could be attached to. */
export interface Everybody {
  readonly users: readonly UserDocument[];
  readonly groups: readonly GroupDocument[];
  readonly roles: readonly RoleDocument[];
}

export async function readEverybody(reader: Reader, accountId: string): Promise<Everybody> {
  const global = globalScope(accountId);
  const [allUsers, allGroups, allRoles] = await Promise.all([
    reader.list(users, global),
    reader.list(groups, global),
    reader.list(roles, global),
  ]);
  return {
    users: allUsers.map(({ value }) => value),
    groups: allGroups.map(({ value }) => value),
    roles: allRoles.map(({ value }) => value),
  };
}

/** To how many entities each policy is attached, and of how many it is the boundary. */
export function countUses(everybody: Everybody) {
  const attachments = new Map<string, number>();
  const boundaries = new Map<string, number>();
  const add = (counts: Map<string, number>, arn: string) => counts.set(arn, (counts.get(arn) ?? 0) + 1);
  const all: readonly EntityDocument[] = [...everybody.users, ...everybody.groups, ...everybody.roles];
  for (const { attachedPolicies } of all) for (const arn of attachedPolicies) add(attachments, arn);
  for (const { boundary } of [...everybody.users, ...everybody.roles]) {
    if (boundary !== undefined) add(boundaries, boundary);
  }
  return {
    attachments: (arn: string) => attachments.get(arn) ?? 0,
    boundaries: (arn: string) => boundaries.get(arn) ?? 0,
  };
}
