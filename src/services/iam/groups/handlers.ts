import { uniqueId } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import { entityArn } from '../arn.ts';
import { checkName, checkPath, checkPathPrefix } from '../check-input.ts';
import type { IamContext } from '../context.ts';
import { type GroupDocument, globalScope, groups, nameId, type UserDocument, users } from '../documents/index.ts';
import { attachedPolicies, inlinePolicies, refuseDeletion } from '../entities/index.ts';
import { alreadyExists, deleteConflict, noSuchEntity, quotaExceeded } from '../errors.ts';
import { getGroup, getUser } from '../find.ts';
import { IAM_LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import type { IamHandlers } from '../types.ts';
import { renderUser } from '../users/index.ts';

export function groupHandlers(context: IamContext) {
  const { store, randomBytes } = context;
  const room = { type: 'group', kind: groups, get: getGroup } as const;
  const inline = inlinePolicies(context, room);
  const attached = attachedPolicies(context, room);
  return {
    async createGroup({ GroupName, Path }, { scope, nowMs }) {
      checkName(GroupName, 'groupName', 128);
      const group: GroupDocument = {
        name: GroupName,
        path: checkPath(Path),
        id: uniqueId('AGPA', randomBytes),
        createdAtMs: nowMs,
        inlinePolicies: {},
        attachedPolicies: [],
      };
      await store.transact(async (tx) => {
        const global = globalScope(scope.accountId);
        if (await tx.get(groups, global, nameId(GroupName))) {
          throw alreadyExists(`Group with name ${GroupName} already exists.`);
        }
        await tx.put(groups, global, nameId(GroupName), group);
      });
      return { Group: renderGroup(scope.accountId, group) };
    },

    async getGroup(input, { scope }) {
      const group = await getGroup(store, scope.accountId, input.GroupName);
      const members = await membersOf(store, scope.accountId, input.GroupName);
      const { items, end } = pageOf(members, ({ name }) => nameId(name), input);
      return {
        Group: renderGroup(scope.accountId, group),
        Users: items.map((user) => renderUser(scope.accountId, user)),
        ...end,
      };
    },

    async listGroups(input, { scope }) {
      const prefix = checkPathPrefix(input.PathPrefix);
      const all = await store.list(groups, globalScope(scope.accountId));
      const wanted = all.filter(({ value }) => value.path.startsWith(prefix));
      const { items, end } = pageOf(wanted, ({ id }) => id, input);
      return { Groups: items.map(({ value }) => renderGroup(scope.accountId, value)), ...end };
    },

    async listGroupsForUser(input, { scope }) {
      const user = await getUser(store, scope.accountId, input.UserName);
      const { items, end } = pageOf([...user.groups].sort(), (id) => id, input);
      const found = await Promise.all(items.map((id) => getGroup(store, scope.accountId, id)));
      return { Groups: found.map((group) => renderGroup(scope.accountId, group)), ...end };
    },

    async updateGroup({ GroupName, NewGroupName, NewPath }, { scope }) {
      if (NewGroupName !== undefined) checkName(NewGroupName, 'newGroupName', 128);
      const path = NewPath === undefined ? undefined : checkPath(NewPath);
      await context.change(async (tx) => {
        const global = globalScope(scope.accountId);
        const group = await getGroup(tx, scope.accountId, GroupName);
        // A caller may spell the group's name in another case, which is not to rename it.
        const name = NewGroupName ?? group.name;
        const [from, to] = [nameId(GroupName), nameId(name)];
        if (from !== to && (await tx.get(groups, global, to))) {
          throw alreadyExists(`Group with name ${name} already exists.`);
        }
        if (from !== to) {
          await tx.delete(groups, global, from);
          for (const user of await membersOf(tx, scope.accountId, GroupName)) {
            const moved = user.groups.map((id) => (id === from ? to : id));
            await tx.put(users, global, nameId(user.name), { ...user, groups: moved });
          }
        }
        await tx.put(groups, global, to, { ...group, name, path: path ?? group.path });
      });
      return {};
    },

    async deleteGroup({ GroupName }, { scope }) {
      await context.change(async (tx) => {
        const group = await getGroup(tx, scope.accountId, GroupName);
        if ((await membersOf(tx, scope.accountId, GroupName)).length > 0) {
          throw deleteConflict('Cannot delete entity, must remove users from group first.');
        }
        refuseDeletion(group);
        await tx.delete(groups, globalScope(scope.accountId), nameId(GroupName));
      });
      return {};
    },

    async addUserToGroup({ GroupName, UserName }, { scope }) {
      await context.change(async (tx) => {
        await getGroup(tx, scope.accountId, GroupName);
        const user = await getUser(tx, scope.accountId, UserName);
        const id = nameId(GroupName);
        if (user.groups.includes(id)) return;
        if (user.groups.length >= IAM_LIMITS.groupsPerUser) {
          throw quotaExceeded('GroupsPerUser', IAM_LIMITS.groupsPerUser);
        }
        const changed = { ...user, groups: [...user.groups, id] };
        await tx.put(users, globalScope(scope.accountId), nameId(UserName), changed);
      });
      return {};
    },

    async removeUserFromGroup({ GroupName, UserName }, { scope }) {
      await context.change(async (tx) => {
        await getGroup(tx, scope.accountId, GroupName);
        const user = await getUser(tx, scope.accountId, UserName);
        const rest = user.groups.filter((id) => id !== nameId(GroupName));
        if (rest.length === user.groups.length) throw noSuchEntity(`User ${UserName} is not in group ${GroupName}.`);
        await tx.put(users, globalScope(scope.accountId), nameId(UserName), { ...user, groups: rest });
      });
      return {};
    },

    async putGroupPolicy({ GroupName, PolicyName, PolicyDocument }, call) {
      await inline.put(call, GroupName, PolicyName, PolicyDocument);
      return {};
    },
    async getGroupPolicy({ GroupName, PolicyName }, call) {
      const { name, ...policy } = await inline.get(call, GroupName, PolicyName);
      return { GroupName: name, ...policy };
    },
    async deleteGroupPolicy({ GroupName, PolicyName }, call) {
      await inline.delete(call, GroupName, PolicyName);
      return {};
    },
    listGroupPolicies: (input, call) => inline.list(call, input.GroupName, input),

    async attachGroupPolicy({ GroupName, PolicyArn }, call) {
      await attached.attach(call, GroupName, PolicyArn);
      return {};
    },
    async detachGroupPolicy({ GroupName, PolicyArn }, call) {
      await attached.detach(call, GroupName, PolicyArn);
      return {};
    },
    listAttachedGroupPolicies: (input, call) => attached.list(call, input.GroupName, input),
  } satisfies IamHandlers;
}

async function membersOf(reader: Reader, accountId: string, groupName: string): Promise<readonly UserDocument[]> {
  const id = nameId(groupName);
  const all = await reader.list(users, globalScope(accountId));
  return all.map(({ value }) => value).filter((user) => user.groups.includes(id));
}

export function renderGroup(accountId: string, group: GroupDocument) {
  return {
    Path: group.path,
    GroupName: group.name,
    GroupId: group.id,
    Arn: entityArn(accountId, 'group', group),
    CreateDate: new Date(group.createdAtMs),
  };
}
