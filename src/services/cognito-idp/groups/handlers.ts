import { lengthViolations, patternViolations, rangeViolations } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { CognitoContext } from '../context.ts';
import {
  below,
  documentId,
  groupMembers,
  type PoolGroup,
  poolGroups,
  requireUserPool,
  userGroups,
} from '../documents/index.ts';
import { groupExists, missing, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { listPage } from '../pagination.ts';
import type { CognitoHandlers, In } from '../types.ts';
import { renderGroup } from './render.ts';

const NAME = { test: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, text: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' };

/** @throws {ServiceError} `ResourceNotFoundException` */
export async function requireGroup(reader: Reader, scope: Scope, poolId: string, name: string): Promise<PoolGroup> {
  await requireUserPool(reader, scope, poolId);
  const found = await reader.get(poolGroups, scope, documentId(poolId, name));
  if (!found) throw missing.group();
  return found.value;
}

/** API reference, `CreateGroup` and its neighbours. */
export function groupHandlers({ store }: CognitoContext) {
  return {
    createGroup: async (input, { scope, nowMs }) => {
      checkGroup(input);
      const { UserPoolId, GroupName } = input;
      const group: PoolGroup = { name: GroupName, ...detailsOf(input), createdAtMs: nowMs, modifiedAtMs: nowMs };
      await store.transact(async (tx) => {
        await requireUserPool(tx, scope, UserPoolId);
        const id = documentId(UserPoolId, GroupName);
        if (await tx.get(poolGroups, scope, id)) throw groupExists('A group with the name already exists.');
        await tx.put(poolGroups, scope, id, group, 0);
      });
      return { Group: renderGroup(UserPoolId, group) };
    },

    getGroup: async ({ UserPoolId, GroupName }, { scope }) => ({
      Group: renderGroup(UserPoolId, await requireGroup(store, scope, UserPoolId, GroupName)),
    }),

    listGroups: async ({ UserPoolId, Limit = LIMITS.pageSize, NextToken }, { scope }) => {
      refuse(rangeViolations(Limit, 'limit', { min: 0, max: LIMITS.pageSize }));
      await requireUserPool(store, scope, UserPoolId);
      const page = { limit: Limit || LIMITS.pageSize, token: NextToken };
      const { items, token } = await listPage(store, poolGroups, scope, below(UserPoolId), page);
      return {
        Groups: items.map((group) => renderGroup(UserPoolId, group)),
        ...(token !== undefined && { NextToken: token }),
      };
    },

    updateGroup: async (input, { scope, nowMs }) => {
      checkGroup(input);
      const { UserPoolId, GroupName } = input;
      const group = await store.transact(async (tx) => {
        const before = await requireGroup(tx, scope, UserPoolId, GroupName);
        const changed = { ...before, ...detailsOf(input), modifiedAtMs: nowMs };
        await tx.put(poolGroups, scope, documentId(UserPoolId, GroupName), changed);
        return changed;
      });
      return { Group: renderGroup(UserPoolId, group) };
    },

    deleteGroup: async ({ UserPoolId, GroupName }, { scope }) => {
      await store.transact(async (tx) => {
        await requireGroup(tx, scope, UserPoolId, GroupName);
        const members = below(UserPoolId, GroupName);
        for (const { value: key } of await tx.list(groupMembers, scope, { prefix: members })) {
          await tx.delete(userGroups, scope, documentId(UserPoolId, key, GroupName));
        }
        await tx.deletePrefix(groupMembers, scope, members);
        await tx.delete(poolGroups, scope, documentId(UserPoolId, GroupName));
      });
      return {};
    },
  } satisfies CognitoHandlers;
}

function checkGroup({ GroupName, Description, Precedence }: In<'createGroup'>): void {
  refuse(
    lengthViolations(GroupName, 'groupName', LIMITS.groupNameLength),
    patternViolations(GroupName, 'groupName', NAME),
    lengthViolations(Description, 'description', 2048),
    rangeViolations(Precedence, 'precedence', { min: 0, max: 2_147_483_647 }),
  );
}

function detailsOf({ Description, RoleArn, Precedence }: In<'createGroup'>): Partial<PoolGroup> {
  return {
    ...(Description !== undefined && { description: Description }),
    ...(RoleArn !== undefined && { roleArn: RoleArn }),
    ...(Precedence !== undefined && { precedence: Precedence }),
  };
}
