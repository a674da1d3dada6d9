import { rangeViolations } from '../../../aws/index.ts';
import type { Transaction } from '../../../store/index.ts';
import { contactToRecover, sendCode } from '../codes/index.ts';
import type { CognitoContext } from '../context.ts';
import { below, dropUser, poolUsers, putCredentials, requireUser, requireUserPool } from '../documents/index.ts';
import { notAuthorized, passwordNotResettable, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { listPage } from '../pagination.ts';
import { checkPassword, type Passwords } from '../passwords/index.ts';
import type { CognitoHandlers } from '../types.ts';
import { checkMutable, mergeAttributes, readAttributes, withoutAttributes } from './attributes.ts';
import { type ChangedUser, changeUser, endSessions } from './change-user.ts';
import { compileFilter } from './filter.ts';
import { renderGotUser, renderUser } from './render.ts';
import { temporaryUntil } from './temporary.ts';

/** What administrators do with the users of a pool (API reference, the `Admin...` operations and `ListUsers`). */
export function adminUserHandlers(context: CognitoContext, passwords: Passwords) {
  const { store } = context;
  return {
    adminGetUser: async ({ UserPoolId, Username }, { scope }) => {
      const pool = await requireUserPool(store, scope, UserPoolId);
      return renderGotUser(await requireUser(store, scope, pool, Username));
    },

    listUsers: async ({ UserPoolId, AttributesToGet, Limit = 0, PaginationToken, Filter }, { scope }) => {
      refuse(rangeViolations(Limit, 'limit', { min: 0, max: LIMITS.pageSize }));
      const isWanted = compileFilter(Filter);
      await requireUserPool(store, scope, UserPoolId);
      const page = { limit: Limit || LIMITS.pageSize, token: PaginationToken };
      const { items, token } = await listPage(store, poolUsers, scope, below(UserPoolId), page, isWanted);
      return {
        Users: items.map(renderUser).map((user) => ({
          ...user,
          Attributes: user.Attributes?.filter(({ Name }) => AttributesToGet?.includes(Name) ?? true),
        })),
        ...(token !== undefined && { PaginationToken: token }),
      };
    },

    adminConfirmSignUp: async ({ UserPoolId, Username }, { scope, nowMs }) => {
      await changeUser(context, scope, { poolId: UserPoolId, called: Username, nowMs }, ({ status }) => {
        if (status !== 'UNCONFIRMED') throw notAuthorized(`User cannot be confirmed. Current status is ${status}`);
        return { status: 'CONFIRMED' };
      });
      return {};
    },

    adminSetUserPassword: async ({ UserPoolId, Username, Password, Permanent = false }, { scope, nowMs }) => {
      const pool = await requireUserPool(store, scope, UserPoolId);
      const { username } = await requireUser(store, scope, pool, Username);
      checkPassword(pool, Password);
      const until = Permanent ? undefined : temporaryUntil(pool, nowMs);
      const credentials = await passwords.make(pool, username, Password, until);
      await changeUser(
        context,
        scope,
        { poolId: UserPoolId, called: username, nowMs },
        () => ({ status: Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD' }),
        (tx, changed) => putCredentials(tx, scope, pool, changed.user, credentials),
      );
      return {};
    },

    adminResetUserPassword: async ({ UserPoolId, Username }, { scope, nowMs }) => {
      const { pool, user } = await changeUser(
        context,
        scope,
        { poolId: UserPoolId, called: Username, nowMs },
        (found, of) => {
          if (found.status === 'FORCE_CHANGE_PASSWORD') throw passwordNotResettable();
          contactToRecover(of, found);
          return { status: 'RESET_REQUIRED' };
        },
      );
      await sendCode(context, scope, pool, user, { purpose: 'reset', contact: contactToRecover(pool, user), nowMs });
      return {};
    },

    adminUpdateUserAttributes: async ({ UserPoolId, Username, UserAttributes }, { scope, nowMs }) => {
      await changeUser(context, scope, { poolId: UserPoolId, called: Username, nowMs }, (user, pool) => {
        const changes = readAttributes(pool, UserAttributes, 'admin');
        checkMutable(pool, user.attributes, changes);
        return { attributes: mergeAttributes(user.attributes, changes) };
      });
      return {};
    },

    adminDeleteUserAttributes: async ({ UserPoolId, Username, UserAttributeNames }, { scope, nowMs }) => {
      await changeUser(context, scope, { poolId: UserPoolId, called: Username, nowMs }, ({ attributes }, pool) => ({
        attributes: withoutAttributes(pool, attributes, UserAttributeNames, 'admin'),
      }));
      return {};
    },

    adminDisableUser: async ({ UserPoolId, Username }, { scope, nowMs }) => {
      const change = () => ({ enabled: false, signedOutAtMs: nowMs });
      const end = (tx: Transaction, changed: ChangedUser) => endSessions(tx, scope, changed);
      await changeUser(context, scope, { poolId: UserPoolId, called: Username, nowMs }, change, end);
      return {};
    },

    adminEnableUser: async ({ UserPoolId, Username }, { scope, nowMs }) => {
      await changeUser(context, scope, { poolId: UserPoolId, called: Username, nowMs }, () => ({ enabled: true }));
      return {};
    },

    adminUserGlobalSignOut: async ({ UserPoolId, Username }, { scope, nowMs }) => {
      const change = () => ({ signedOutAtMs: nowMs });
      const end = (tx: Transaction, changed: ChangedUser) => endSessions(tx, scope, changed);
      await changeUser(context, scope, { poolId: UserPoolId, called: Username, nowMs }, change, end);
      return {};
    },

    adminDeleteUser: async ({ UserPoolId, Username }, { scope }) => {
      await store.transact(async (tx) => {
        const pool = await requireUserPool(tx, scope, UserPoolId);
        await dropUser(tx, scope, pool, await requireUser(tx, scope, pool, Username));
      });
      return {};
    },
  } satisfies CognitoHandlers;
}
