/**
 * Identity and Access Management: users, groups, roles, their policies and keys, and identity providers; one document an
 * entity, in the account's global scope. `directory/` tells everybody who decides about calls who a caller is and what he
 * may do.
 */
export type { IdentityDirectory, KeyOwner, RoleFacts, UserFacts } from './directory/index.ts';
export type { SignedInUser } from './login-profiles/index.ts';
export { createIamService, type IamQueries, type IamService, type IamServiceOptions } from './service.ts';
