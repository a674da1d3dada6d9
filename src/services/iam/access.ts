import { type AccessRules, type AccessTable, accessRules, type Call, type Demand } from '../../aws/index.ts';
import type { Reader, Store } from '../../store/index.ts';
import { type EntityType, entityArn, oidcProviderArn } from './arn.ts';
import {
  accessKeys,
  type EntityDocument,
  globalScope,
  groups,
  nameId,
  type RoleDocument,
  roles,
  type UserDocument,
  users,
} from './documents/index.ts';
import { invalidToken } from './errors.ts';
import { findOwnPolicy } from './find.ts';
import type { IamHandlers } from './types.ts';

/**
 * A session by `GetSessionToken`: it cannot call IAM unless a device was asked (API reference), which nobody can here. Who signed in
 * at the console may do there what the user may.
 */
function isSessionOfItself({ session, roleArn }: Call['principal']): boolean {
  return session !== undefined && roleArn === undefined && session.isOfConsole !== true;
}

interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
type Keys = NonNullable<Demand['keys']>;

/** What callers need to manage identities (Service Authorization Reference, "AWS Identity and Access Management"). */
export function iamAccess(store: Store): AccessRules {
  /** The demand of an operation on an entity; its tags are condition keys, too. */
  async function on(type: EntityType, name: string, action: string, call: Call, keys: Keys = {}) {
    const entity = await find(store, type, call.scope.accountId, name);
    const arn = entityArn(call.scope.accountId, type, entity ?? { name, path: '/' });
    return [demand(action, arn, { ...resourceTags(entity?.tags), ...keys })];
  }
  const user = (action: string, name: string | undefined, call: Call, keys?: Keys) =>
    name === undefined && call.principal.userName === undefined
      ? [demand(action, call.principal.arn)]
      : on('user', name ?? call.principal.userName ?? '', action, call, keys);
  const group = (action: string, name: string, call: Call, keys?: Keys) => on('group', name, action, call, keys);
  const role = (action: string, name: string, call: Call, keys?: Keys) => on('role', name, action, call, keys);
  async function policy(action: string, arn: string, call: Call, keys: Keys = {}) {
    const found = await findOwnPolicy(store, call.scope.accountId, arn);
    return [demand(action, arn, { ...resourceTags(found?.tags), ...keys })];
  }
  const made = (
    type: EntityType | 'policy',
    name: string,
    path: string | undefined,
    action: string,
    call: Call,
    keys: Keys,
  ) => [demand(action, entityArn(call.scope.accountId, type, { name, path: path ?? '/' }), keys)];
  const listed = (type: EntityType, prefix: string | undefined, action: string, { scope }: Call) => [
    demand(action, `arn:aws:iam::${scope.accountId}:${type}${prefix ?? '/'}`),
  ];
  const provider = (action: string, arn: string, keys?: Keys) => [demand(action, arn, keys)];

  const table: AccessTable<IamHandlers> = {
    createUser: (i, call) =>
      made('user', i.UserName, i.Path, 'CreateUser', call, {
        ...boundary(i.PermissionsBoundary),
        ...requestTags(i.Tags),
      }),
    getUser: (i, call) => user('GetUser', i.UserName, call),
    listUsers: (i, call) => listed('user', i.PathPrefix, 'ListUsers', call),
    updateUser: (i, call) => user('UpdateUser', i.UserName, call),
    deleteUser: (i, call) => user('DeleteUser', i.UserName, call),
    putUserPolicy: (i, call) => user('PutUserPolicy', i.UserName, call),
    getUserPolicy: (i, call) => user('GetUserPolicy', i.UserName, call),
    deleteUserPolicy: (i, call) => user('DeleteUserPolicy', i.UserName, call),
    listUserPolicies: (i, call) => user('ListUserPolicies', i.UserName, call),
    attachUserPolicy: (i, call) => user('AttachUserPolicy', i.UserName, call, policyArn(i.PolicyArn)),
    detachUserPolicy: (i, call) => user('DetachUserPolicy', i.UserName, call, policyArn(i.PolicyArn)),
    listAttachedUserPolicies: (i, call) => user('ListAttachedUserPolicies', i.UserName, call),
    putUserPermissionsBoundary: (i, call) =>
      user('PutUserPermissionsBoundary', i.UserName, call, boundary(i.PermissionsBoundary)),
    deleteUserPermissionsBoundary: (i, call) => user('DeleteUserPermissionsBoundary', i.UserName, call),
    tagUser: (i, call) => user('TagUser', i.UserName, call, requestTags(i.Tags)),
    untagUser: (i, call) => user('UntagUser', i.UserName, call, tagKeys(i.TagKeys)),
    listUserTags: (i, call) => user('ListUserTags', i.UserName, call),
    listGroupsForUser: (i, call) => user('ListGroupsForUser', i.UserName, call),
    listMFADevices: (i, call) => user('ListMFADevices', i.UserName, call),
    listSSHPublicKeys: (i, call) => user('ListSSHPublicKeys', i.UserName, call),
    listSigningCertificates: (i, call) => user('ListSigningCertificates', i.UserName, call),
    listServiceSpecificCredentials: (i, call) => user('ListServiceSpecificCredentials', i.UserName, call),
    createLoginProfile: (i, call) => user('CreateLoginProfile', i.UserName, call),
    updateLoginProfile: (i, call) => user('UpdateLoginProfile', i.UserName, call),
    changePassword: (_i, call) => user('ChangePassword', undefined, call),
    getLoginProfile: (i, call) => user('GetLoginProfile', i.UserName, call),
    deleteLoginProfile: (i, call) => user('DeleteLoginProfile', i.UserName, call),
    createAccessKey: (i, call) => user('CreateAccessKey', i.UserName, call),
    listAccessKeys: (i, call) => user('ListAccessKeys', i.UserName, call),
    updateAccessKey: (i, call) => user('UpdateAccessKey', i.UserName, call),
    deleteAccessKey: (i, call) => user('DeleteAccessKey', i.UserName, call),

    createGroup: (i, call) => made('group', i.GroupName, i.Path, 'CreateGroup', call, {}),
    getGroup: (i, call) => group('GetGroup', i.GroupName, call),
    listGroups: (i, call) => listed('group', i.PathPrefix, 'ListGroups', call),
    updateGroup: (i, call) => group('UpdateGroup', i.GroupName, call),
    deleteGroup: (i, call) => group('DeleteGroup', i.GroupName, call),
    addUserToGroup: (i, call) => group('AddUserToGroup', i.GroupName, call),
    removeUserFromGroup: (i, call) => group('RemoveUserFromGroup', i.GroupName, call),
    putGroupPolicy: (i, call) => group('PutGroupPolicy', i.GroupName, call),
    getGroupPolicy: (i, call) => group('GetGroupPolicy', i.GroupName, call),
    deleteGroupPolicy: (i, call) => group('DeleteGroupPolicy', i.GroupName, call),
    listGroupPolicies: (i, call) => group('ListGroupPolicies', i.GroupName, call),
    attachGroupPolicy: (i, call) => group('AttachGroupPolicy', i.GroupName, call, policyArn(i.PolicyArn)),
    detachGroupPolicy: (i, call) => group('DetachGroupPolicy', i.GroupName, call, policyArn(i.PolicyArn)),
    listAttachedGroupPolicies: (i, call) => group('ListAttachedGroupPolicies', i.GroupName, call),

    createRole: (i, call) =>
      made('role', i.RoleName, i.Path, 'CreateRole', call, {
        ...boundary(i.PermissionsBoundary),
        ...requestTags(i.Tags),
      }),
    getRole: (i, call) => role('GetRole', i.RoleName, call),
    listRoles: (i, call) => listed('role', i.PathPrefix, 'ListRoles', call),
    updateRole: (i, call) => role('UpdateRole', i.RoleName, call),
    updateRoleDescription: (i, call) => role('UpdateRoleDescription', i.RoleName, call),
    updateAssumeRolePolicy: (i, call) => role('UpdateAssumeRolePolicy', i.RoleName, call),
    deleteRole: (i, call) => role('DeleteRole', i.RoleName, call),
    putRolePolicy: (i, call) => role('PutRolePolicy', i.RoleName, call),
    getRolePolicy: (i, call) => role('GetRolePolicy', i.RoleName, call),
    deleteRolePolicy: (i, call) => role('DeleteRolePolicy', i.RoleName, call),
    listRolePolicies: (i, call) => role('ListRolePolicies', i.RoleName, call),
    attachRolePolicy: (i, call) => role('AttachRolePolicy', i.RoleName, call, policyArn(i.PolicyArn)),
    detachRolePolicy: (i, call) => role('DetachRolePolicy', i.RoleName, call, policyArn(i.PolicyArn)),
    listAttachedRolePolicies: (i, call) => role('ListAttachedRolePolicies', i.RoleName, call),
    putRolePermissionsBoundary: (i, call) =>
      role('PutRolePermissionsBoundary', i.RoleName, call, boundary(i.PermissionsBoundary)),
    deleteRolePermissionsBoundary: (i, call) => role('DeleteRolePermissionsBoundary', i.RoleName, call),
    tagRole: (i, call) => role('TagRole', i.RoleName, call, requestTags(i.Tags)),
    untagRole: (i, call) => role('UntagRole', i.RoleName, call, tagKeys(i.TagKeys)),
    listRoleTags: (i, call) => role('ListRoleTags', i.RoleName, call),
    listInstanceProfilesForRole: (i, call) => role('ListInstanceProfilesForRole', i.RoleName, call),

    createPolicy: (i, call) => made('policy', i.PolicyName, i.Path, 'CreatePolicy', call, requestTags(i.Tags)),
    getPolicy: (i, call) => policy('GetPolicy', i.PolicyArn, call),
    // Recorded: AWS names no ARN here.
    listPolicies: (i) => [demand('ListPolicies', `policy path ${i.PathPrefix ?? '/'}`)],
    deletePolicy: (i, call) => policy('DeletePolicy', i.PolicyArn, call),
    createPolicyVersion: (i, call) => policy('CreatePolicyVersion', i.PolicyArn, call),
    getPolicyVersion: (i, call) => policy('GetPolicyVersion', i.PolicyArn, call),
    listPolicyVersions: (i, call) => policy('ListPolicyVersions', i.PolicyArn, call),
    setDefaultPolicyVersion: (i, call) => policy('SetDefaultPolicyVersion', i.PolicyArn, call),
    deletePolicyVersion: (i, call) => policy('DeletePolicyVersion', i.PolicyArn, call),
    listEntitiesForPolicy: (i, call) => policy('ListEntitiesForPolicy', i.PolicyArn, call),
    tagPolicy: (i, call) => policy('TagPolicy', i.PolicyArn, call, requestTags(i.Tags)),
    untagPolicy: (i, call) => policy('UntagPolicy', i.PolicyArn, call, tagKeys(i.TagKeys)),
    listPolicyTags: (i, call) => policy('ListPolicyTags', i.PolicyArn, call),

    createOpenIDConnectProvider: (i, call) =>
      provider(
        'CreateOpenIDConnectProvider',
        oidcProviderArn(call.scope.accountId, i.Url.replace(/^https:\/\//, '')),
        requestTags(i.Tags),
      ),
    getOpenIDConnectProvider: (i) => provider('GetOpenIDConnectProvider', i.OpenIDConnectProviderArn),
    deleteOpenIDConnectProvider: (i) => provider('DeleteOpenIDConnectProvider', i.OpenIDConnectProviderArn),
    addClientIDToOpenIDConnectProvider: (i) =>
      provider('AddClientIDToOpenIDConnectProvider', i.OpenIDConnectProviderArn),
    removeClientIDFromOpenIDConnectProvider: (i) =>
      provider('RemoveClientIDFromOpenIDConnectProvider', i.OpenIDConnectProviderArn),
    updateOpenIDConnectProviderThumbprint: (i) =>
      provider('UpdateOpenIDConnectProviderThumbprint', i.OpenIDConnectProviderArn),
    tagOpenIDConnectProvider: (i) =>
      provider('TagOpenIDConnectProvider', i.OpenIDConnectProviderArn, requestTags(i.Tags)),
    untagOpenIDConnectProvider: (i) =>
      provider('UntagOpenIDConnectProvider', i.OpenIDConnectProviderArn, tagKeys(i.TagKeys)),
    listOpenIDConnectProviderTags: (i) => provider('ListOpenIDConnectProviderTags', i.OpenIDConnectProviderArn),

    getAccessKeyLastUsed: async (i, call) =>
      user('GetAccessKeyLastUsed', await ownerOf(store, call, i.AccessKeyId), call),
    getContextKeysForPrincipalPolicy: (i) => [demand('GetContextKeysForPrincipalPolicy', i.PolicySourceArn)],
    simulatePrincipalPolicy: (i) => [demand('SimulatePrincipalPolicy', i.PolicySourceArn)],
  };
  const rules = accessRules('iam', table);
  return (operation, input, call) => {
    if (isSessionOfItself(call.principal)) throw invalidToken();
    return rules(operation, input, call);
  };
}

/** Whose key it is; one of nobody is for the handler to refuse. */
async function ownerOf(reader: Reader, { scope }: Call, accessKeyId: string): Promise<string | undefined> {
  if (!/^\w{16,128}$/.test(accessKeyId)) return undefined;
  return (await reader.get(accessKeys, globalScope(scope.accountId), accessKeyId))?.value.userName;
}

async function find(
  reader: Reader,
  type: EntityType,
  accountId: string,
  name: string,
): Promise<(EntityDocument & Partial<UserDocument | RoleDocument>) | undefined> {
  const [scope, id] = [globalScope(accountId), nameId(name)];
  if (type === 'user') return (await reader.get(users, scope, id))?.value;
  return type === 'role' ? (await reader.get(roles, scope, id))?.value : (await reader.get(groups, scope, id))?.value;
}

function demand(action: string, resource: string, keys: Keys = {}): Demand {
  return { action: `iam:${action}`, resource, keys };
}

function policyArn(arn: string): Keys {
  return { 'iam:policyarn': arn };
}

function boundary(arn: string | undefined): Keys {
  return arn === undefined ? {} : { 'iam:permissionsboundary': arn };
}

function requestTags(tags: readonly Tag[] = []): Keys {
  return {
    ...Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [`aws:requesttag/${Key.toLowerCase()}`, Value])),
    ...tagKeys(tags.map(({ Key = '' }) => Key)),
  };
}

function tagKeys(keys: readonly string[]): Keys {
  return keys.length === 0 ? {} : { 'aws:tagkeys': keys };
}

function resourceTags(tags: Readonly<Record<string, string>> = {}): Keys {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) => [
      [`aws:resourcetag/${key.toLowerCase()}`, value],
      [`iam:resourcetag/${key.toLowerCase()}`, value],
    ]),
  );
}
