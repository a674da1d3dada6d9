/**
 * What callers of Lambda must be allowed to do (Service Authorization Reference, "AWS Lambda"), and identities that integrations
 * call functions as.
 */
export { lambdaAccess } from './access.ts';
export { type CheckExecutionRole, createExecutionRoleCheck, type FunctionRoles } from './execution-role.ts';
export type { IdentitySource } from './identities.ts';
export { createInvocationAccess, type RefuseInvocation } from './invocation-access.ts';
export { readPolicy } from './read-policy.ts';
export { createRoleRights, type MayDo } from './role-rights.ts';
