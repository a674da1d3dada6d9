import { uniqueId } from '../../../aws/index.ts';
import { isRoot } from '../../../policy/index.ts';
import { checkName, checkPath, checkPathPrefix } from '../check-input.ts';
import type { IamContext } from '../context.ts';
import { accessKeys, globalScope, loginProfiles, nameId, type UserDocument, users } from '../documents/index.ts';
import { attachedPolicies, inlinePolicies, principalSettings, refuseDeletion } from '../entities/index.ts';
import { alreadyExists, deleteConflict } from '../errors.ts';
import { checkAttachable, getUser } from '../find.ts';
import { moveLoginProfile } from '../login-profiles/move.ts';
import { pageOf } from '../pagination.ts';
import { withTags } from '../tags.ts';
import type { IamHandlers } from '../types.ts';
import { renderUser, renderUserInFull } from './render.ts';
import { userNameOf } from './self.ts';

export function userHandlers(context: IamContext) {
  const { store, randomBytes } = context;
  const room = { type: 'user', kind: users, get: getUser } as const;
  const inline = inlinePolicies(context, room);
  const attached = attachedPolicies(context, room);
  const settings = principalSettings(context, room);
  return {
    async createUser({ UserName, Path, PermissionsBoundary: boundary, Tags }, { scope, nowMs }) {
      checkName(UserName, 'userName', 64);
      const user: UserDocument = {
        name: UserName,
        path: checkPath(Path),
        id: uniqueId('AIDA', randomBytes),
        createdAtMs: nowMs,
        inlinePolicies: {},
        attachedPolicies: [],
        ...(boundary !== undefined && { boundary }),
        tags: withTags({}, Tags),
        groups: [],
        accessKeyIds: [],
      };
      await store.transact(async (tx) => {
        const global = globalScope(scope.accountId);
        if (await tx.get(users, global, nameId(UserName))) {
          throw alreadyExists(`User with name ${UserName} already exists.`);
        }
        if (boundary !== undefined) await checkAttachable(tx, scope.accountId, boundary, 'Scope ARN:');
        await tx.put(users, global, nameId(UserName), user);
      });
      return { User: renderUserInFull(scope.accountId, user) };
    },

    async getUser({ UserName }, call) {
      const { accountId } = call.scope;
      if (UserName === undefined && isRoot(call.principal)) {
        // Recorded: the root user has the account's number for an id, and neither path nor name.
        const { arn } = call.principal;
        return { User: { Path: '/', UserName: 'root', UserId: accountId, Arn: arn, CreateDate: new Date(0) } };
      }
      return { User: renderUserInFull(accountId, await getUser(store, accountId, userNameOf(UserName, call))) };
    },

    async listUsers(input, { scope }) {
      const prefix = checkPathPrefix(input.PathPrefix);
      const all = (await store.list(users, globalScope(scope.accountId))).filter(({ value }) =>
        value.path.startsWith(prefix),
      );
      const { items, end } = pageOf(all, ({ id }) => id, input);
      return { Users: items.map(({ value }) => renderUser(scope.accountId, value)), ...end };
    },

    async updateUser({ UserName, NewUserName, NewPath }, { scope }) {
      if (NewUserName !== undefined) checkName(NewUserName, 'newUserName', 64);
      const path = NewPath === undefined ? undefined : checkPath(NewPath);
      await context.change(async (tx) => {
        const global = globalScope(scope.accountId);
        const user = await getUser(tx, scope.accountId, UserName);
        // A caller may spell the user's name in another case, which is not to rename him.
        const name = NewUserName ?? user.name;
        const isRenamed = nameId(name) !== nameId(UserName);
        if (isRenamed && (await tx.get(users, global, nameId(name)))) {
          throw alreadyExists(`User with name ${name} already exists.`);
        }
        if (isRenamed) {
          await tx.delete(users, global, nameId(UserName));
          await moveLoginProfile(tx, scope.accountId, UserName, name);
        }
        await tx.put(users, global, nameId(name), { ...user, name, path: path ?? user.path });
        for (const id of user.accessKeyIds) {
          const key = await tx.get(accessKeys, global, id);
          if (key) await tx.put(accessKeys, global, id, { ...key.value, userName: name });
        }
      });
      return {};
    },

    async deleteUser({ UserName }, { scope }) {
      await context.change(async (tx) => {
        const user = await getUser(tx, scope.accountId, UserName);
        if (user.accessKeyIds.length > 0) throw deleteConflict('Cannot delete entity, must delete access keys first.');
        if (await tx.get(loginProfiles, globalScope(scope.accountId), nameId(UserName))) {
          throw deleteConflict('Cannot delete entity, must delete login profile first.');
        }
        if (user.groups.length > 0) throw deleteConflict('Cannot delete entity, must remove users from group first.');
        refuseDeletion(user);
        await tx.delete(users, globalScope(scope.accountId), nameId(UserName));
      });
      return {};
    },

    async putUserPolicy({ UserName, PolicyName, PolicyDocument }, call) {
      await inline.put(call, UserName, PolicyName, PolicyDocument);
      return {};
    },
    async getUserPolicy({ UserName, PolicyName }, call) {
      const { name, ...policy } = await inline.get(call, UserName, PolicyName);
      return { UserName: name, ...policy };
    },
    async deleteUserPolicy({ UserName, PolicyName }, call) {
      await inline.delete(call, UserName, PolicyName);
      return {};
    },
    listUserPolicies: (input, call) => inline.list(call, input.UserName, input),

    async attachUserPolicy({ UserName, PolicyArn }, call) {
      await attached.attach(call, UserName, PolicyArn);
      return {};
    },
    async detachUserPolicy({ UserName, PolicyArn }, call) {
      await attached.detach(call, UserName, PolicyArn);
      return {};
    },
    listAttachedUserPolicies: (input, call) => attached.list(call, input.UserName, input),

    async putUserPermissionsBoundary({ UserName, PermissionsBoundary }, call) {
      await settings.putBoundary(call, UserName, PermissionsBoundary);
      return {};
    },
    async deleteUserPermissionsBoundary({ UserName }, call) {
      await settings.deleteBoundary(call, UserName);
      return {};
    },
    async tagUser({ UserName, Tags }, call) {
      await settings.tag(call, UserName, Tags);
      return {};
    },
    async untagUser({ UserName, TagKeys }, call) {
      await settings.untag(call, UserName, TagKeys);
      return {};
    },
    listUserTags: (input, call) => settings.listTags(call, input.UserName, input),
  } satisfies IamHandlers;
}
