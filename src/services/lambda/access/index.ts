/**
 * What callers of Lambda must be allowed to do (Service Authorization Reference, "AWS Lambda"), and identities that integrations
 * call functions as.
 */
export { lambdaAccess } from './access.ts';
export { createInvocationAccess, type IdentitySource, type RefuseInvocation } from './invocation-access.ts';
export { readPolicy } from './read-policy.ts';
