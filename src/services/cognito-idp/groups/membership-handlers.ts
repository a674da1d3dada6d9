import { rangeViolations } from '../../../aws/index.ts';
import type { CognitoContext } from '../context.ts';
import {
  below,
  documentId,
  groupMembers,
  poolGroups,
  poolUsers,
  requireUser,
  requireUserPool,
  userGroups,
  userKey,
} from '../documents/index.ts';
import { refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { listPage } from '../pagination.ts';
import type { CognitoHandlers } from '../types.ts';
import { renderUser } from '../users/index.ts';
import { requireGroup } from './handlers.ts';
import { renderGroup } from './render.ts';

const LIMIT = { min: 0, max: LIMITS.pageSize };

/** API reference, `AdminAddUserToGroup` and its neighbours. */
export function membershipHandlers({ store }: CognitoContext) {
  return {
    adminAddUserToGroup: async ({ UserPoolId, Username, GroupName }, { scope }) => {
      await store.transact(async (tx) => {
        const pool = await requireUserPool(tx, scope, UserPoolId);
        const key = userKey(pool, (await requireUser(tx, scope, pool, Username)).username);
        await requireGroup(tx, scope, UserPoolId, GroupName);
        await tx.put(groupMembers, scope, documentId(UserPoolId, GroupName, key), key);
        await tx.put(userGroups, scope, documentId(UserPoolId, key, GroupName), GroupName);
      });
      return {};
    },

    adminRemoveUserFromGroup: async ({ UserPoolId, Username, GroupName }, { scope }) => {
      await store.transact(async (tx) => {
        const pool = await requireUserPool(tx, scope, UserPoolId);
        const key = userKey(pool, (await requireUser(tx, scope, pool, Username)).username);
        await requireGroup(tx, scope, UserPoolId, GroupName);
        await tx.delete(groupMembers, scope, documentId(UserPoolId, GroupName, key));
        await tx.delete(userGroups, scope, documentId(UserPoolId, key, GroupName));
      });
      return {};
    },

    adminListGroupsForUser: async ({ UserPoolId, Username, Limit = 0, NextToken }, { scope }) => {
      refuse(rangeViolations(Limit, 'limit', LIMIT));
      const pool = await requireUserPool(store, scope, UserPoolId);
      const user = await requireUser(store, scope, pool, Username);
      const prefix = below(UserPoolId, userKey(pool, user.username));
      const page = { limit: Limit || LIMITS.pageSize, token: NextToken };
      const { items, token } = await listPage(store, userGroups, scope, prefix, page);
      const groups = await Promise.all(items.map((name) => store.get(poolGroups, scope, documentId(UserPoolId, name))));
      return {
        Groups: groups.flatMap((group) => (group ? [renderGroup(UserPoolId, group.value)] : [])),
        ...(token !== undefined && { NextToken: token }),
      };
    },

    listUsersInGroup: async ({ UserPoolId, GroupName, Limit = 0, NextToken }, { scope }) => {
      refuse(rangeViolations(Limit, 'limit', LIMIT));
      await requireGroup(store, scope, UserPoolId, GroupName);
      const page = { limit: Limit || LIMITS.pageSize, token: NextToken };
      const { items, token } = await listPage(store, groupMembers, scope, below(UserPoolId, GroupName), page);
      const users = await Promise.all(items.map((key) => store.get(poolUsers, scope, documentId(UserPoolId, key))));
      return {
        Users: users.flatMap((user) => (user ? [renderUser(user.value)] : [])),
        ...(token !== undefined && { NextToken: token }),
      };
    },
  } satisfies CognitoHandlers;
}
