/** What IAM stores: one document an entity, in the account's global scope, by its name in lower case. */
export type {
  AccessKeyDocument,
  EntityDocument,
  GroupDocument,
  OidcProviderDocument,
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
  nameId,
  oidcProviders,
  policies,
  roles,
  users,
} from './kinds.ts';
