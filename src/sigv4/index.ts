/**
 * AWS Signature Version 4 (IAM User Guide, "AWS Signature Version 4 for API requests"), both sides: `signRequest` signs a
 * request, the rest verifies one as a service does. Plain data in, a verdict out; it knows no protocol, no service and no
 * connection. First `readClaim` (the head alone: who claims to have signed what, and when), then the caller finds the secret,
 * then `verifyClaim` with the body's hash.
 */
export { readClaim } from './claim.ts';
export type { CredentialScope, ExpectedScope } from './credential-scope.ts';
export { indexHeaders } from './header-index.ts';
export { sha256Hex } from './payload.ts';
export { isPresigned } from './presigned-query.ts';
export { type SigningPurpose, signRequest } from './sign-request.ts';
export {
  expiredToken,
  type SignatureFailure,
  type SignatureFailureKind,
  unknownKey,
  wrongSignature,
} from './signature-failure.ts';
export type { SignedRequest, SigningSecret } from './signed-request.ts';
export { createSigningKeys, deriveSigningKey, type SigningKeys } from './signing-keys.ts';
export { verifyClaim, verifyClaimByKey } from './verify-claim.ts';
export { verifySignature } from './verify-signature.ts';
