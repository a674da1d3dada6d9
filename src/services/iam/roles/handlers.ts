import { uniqueId } from '../../../aws/index.ts';
import { checkDescription, checkName, checkPath, checkPathPrefix, checkSessionSeconds } from '../check-input.ts';
import type { IamContext } from '../context.ts';
import { globalScope, nameId, type RoleDocument, roles } from '../documents/index.ts';
import { checkPolicyArn } from '../entities/attached-policies.ts';
import { attachedPolicies, inlinePolicies, principalSettings, refuseDeletion } from '../entities/index.ts';
import { alreadyExists } from '../errors.ts';
import { checkAttachable, getRole } from '../find.ts';
import { pageOf } from '../pagination.ts';
import { withTags } from '../tags.ts';
import type { IamHandlers } from '../types.ts';
import { renderRole, renderRoleInFull } from './render.ts';
import { checkTrust } from './trust.ts';

export function roleHandlers(context: IamContext) {
  const { store, randomBytes } = context;
  const room = { type: 'role', kind: roles, get: getRole } as const;
  const inline = inlinePolicies(context, room);
  const attached = attachedPolicies(context, room);
  const settings = principalSettings(context, room);
  return {
    async createRole(input, { scope, nowMs }) {
      const { RoleName, Description, PermissionsBoundary: boundary } = input;
      checkName(RoleName, 'roleName', 64);
      checkDescription(Description);
      if (boundary !== undefined) checkPolicyArn(boundary);
      const role: RoleDocument = {
        name: RoleName,
        path: checkPath(input.Path),
        id: uniqueId('AROA', randomBytes),
        createdAtMs: nowMs,
        ...(Description !== undefined && { description: Description }),
        trustPolicy: input.AssumeRolePolicyDocument,
        maxSessionSeconds: checkSessionSeconds(input.MaxSessionDuration),
        inlinePolicies: {},
        attachedPolicies: [],
        ...(boundary !== undefined && { boundary }),
        tags: withTags({}, input.Tags),
      };
      await context.change(async (tx) => {
        const global = globalScope(scope.accountId);
        await checkTrust(tx, scope.accountId, role.trustPolicy);
        if (await tx.get(roles, global, nameId(RoleName))) {
          throw alreadyExists(`Role with name ${RoleName} already exists.`);
        }
        if (boundary !== undefined) await checkAttachable(tx, scope.accountId, boundary, 'Scope ARN:');
        await tx.put(roles, global, nameId(RoleName), role);
      });
      const { RoleLastUsed: _, ...shown } = renderRoleInFull(scope.accountId, role);
      return { Role: shown };
    },

    async getRole({ RoleName }, { scope }) {
      return { Role: renderRoleInFull(scope.accountId, await getRole(store, scope.accountId, RoleName)) };
    },

    async listRoles(input, { scope }) {
      const prefix = checkPathPrefix(input.PathPrefix);
      const all = await store.list(roles, globalScope(scope.accountId));
      const wanted = all.filter(({ value }) => value.path.startsWith(prefix));
      const { items, end } = pageOf(wanted, ({ id }) => id, input);
      return { Roles: items.map(({ value }) => renderRole(scope.accountId, value)), ...end };
    },

    async updateRole({ RoleName, Description, MaxSessionDuration }, call) {
      checkDescription(Description);
      const maxSessionSeconds = MaxSessionDuration === undefined ? undefined : checkSessionSeconds(MaxSessionDuration);
      await settings.update(call, RoleName, (role) => ({
        ...role,
        ...(Description !== undefined && { description: Description }),
        ...(maxSessionSeconds !== undefined && { maxSessionSeconds }),
      }));
      return {};
    },

    /** Answers the role without its sessions' length and its last use (recorded on AWS). */
    async updateRoleDescription({ RoleName, Description }, call) {
      const { accountId } = call.scope;
      checkDescription(Description);
      await settings.update(call, RoleName, (role) => ({ ...role, description: Description }));
      const role = renderRoleInFull(accountId, await getRole(store, accountId, RoleName));
      const { MaxSessionDuration: _, RoleLastUsed: __, ...shown } = role;
      return { Role: shown };
    },

    async updateAssumeRolePolicy({ RoleName, PolicyDocument }, call) {
      await settings.update(call, RoleName, async (role, tx) => {
        await checkTrust(tx, call.scope.accountId, PolicyDocument);
        return { ...role, trustPolicy: PolicyDocument };
      });
      return {};
    },

    async deleteRole({ RoleName }, { scope }) {
      await context.change(async (tx) => {
        refuseDeletion(await getRole(tx, scope.accountId, RoleName));
        await tx.delete(roles, globalScope(scope.accountId), nameId(RoleName));
      });
      return {};
    },

    async putRolePolicy({ RoleName, PolicyName, PolicyDocument }, call) {
      await inline.put(call, RoleName, PolicyName, PolicyDocument);
      return {};
    },
    async getRolePolicy({ RoleName, PolicyName }, call) {
      const { name, ...policy } = await inline.get(call, RoleName, PolicyName);
      return { RoleName: name, ...policy };
    },
    async deleteRolePolicy({ RoleName, PolicyName }, call) {
      await inline.delete(call, RoleName, PolicyName);
      return {};
    },
    listRolePolicies: (input, call) => inline.list(call, input.RoleName, input),

    async attachRolePolicy({ RoleName, PolicyArn }, call) {
      await attached.attach(call, RoleName, PolicyArn);
      return {};
    },
    async detachRolePolicy({ RoleName, PolicyArn }, call) {
      await attached.detach(call, RoleName, PolicyArn);
      return {};
    },
    listAttachedRolePolicies: (input, call) => attached.list(call, input.RoleName, input),

    async putRolePermissionsBoundary({ RoleName, PermissionsBoundary }, call) {
      await settings.putBoundary(call, RoleName, PermissionsBoundary);
      return {};
    },
    async deleteRolePermissionsBoundary({ RoleName }, call) {
      await settings.deleteBoundary(call, RoleName);
      return {};
    },
    async tagRole({ RoleName, Tags }, call) {
      await settings.tag(call, RoleName, Tags);
      return {};
    },
    async untagRole({ RoleName, TagKeys }, call) {
      await settings.untag(call, RoleName, TagKeys);
      return {};
    },
    listRoleTags: (input, call) => settings.listTags(call, input.RoleName, input),
  } satisfies IamHandlers;
}
