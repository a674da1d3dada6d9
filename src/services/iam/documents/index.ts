/** What IAM stores: one document an entity, in the account's global scope, by its name in lower case. */
export type {
  AccessKeyDocument,
  EntityDocument,
  GroupDocument,
  LoginProfileDocument,
  OidcProviderDocument,
  PasswordPolicyDocument,
  PolicyDocument,
  PolicyVersion,
  RoleDocument,
  Tags,
  UserDocument,
} from './documents.ts';
export {
  accessKeys,
  accountAliases,
  globalScope,
  groups,
  loginProfiles,
  nameId,
  oidcProviders,
  PASSWORD_POLICY_ID,
  passwordPolicies,
  policies,
  roles,
  users,
} from './kinds.ts';
