/** `AssumeRoleWithWebIdentity`: a role for whoever shows a token of an identity provider that IAM knows. Needs no signature. */
export { assumeRoleWithWebIdentity } from './handler.ts';
export { createProviderKeys } from './provider-keys.ts';
