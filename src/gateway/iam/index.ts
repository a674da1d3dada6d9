/**
 * Methods with AWS_IAM: the request is signed (SigV4), and the caller's policies say what he may call (guide page
 * api-gateway-control-access-using-iam-policies-to-invoke-api; facts D102, D103, D107). Secrets never come to a worker: it is
 * given the key that a secret's owner signs one day's requests to this service with.
 */

export { authenticate, type Caller } from './authenticate.ts';
export { NoCallerError } from './caller-credentials.ts';
export type { CredentialDirectory, Signer } from './credential-directory.ts';
export { type KnownSigner, KnownSigners } from './known-signers.ts';
