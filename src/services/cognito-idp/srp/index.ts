/**
 * Secure Remote Password, the server's side, as Cognito's clients speak it: SRP-6a (RFC 5054) with SHA-256 over the 3072-bit
 * group, and an HMAC with a key derived from the shared secret in place of M1. Pure numbers: no store, no clock.
 */
export {
  type PasswordClaim,
  PRIVATE_BYTES,
  provesPassword,
  readPublicA,
  type ServerKeys,
  serverKeys,
} from './exchange.ts';
export { NOBODYS_BYTES, nobodysVerifier, srpVerifier } from './verifier.ts';
