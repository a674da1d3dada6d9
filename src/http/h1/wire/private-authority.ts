import type { TLSSocket } from 'node:tls';

/** What a certificate may lack when its authority does not matter: a chain to an authority that we know. */
const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * What is wrong with the certificate of a server whose authority is not verified: it must still name the host and be in
 * date (guide, "tlsConfig", `insecureSkipVerification`). Undefined when nothing is.
 */
export function certificateProblem(tls: typeof import('node:tls'), socket: TLSSocket, host: string): Error | undefined {
  // Node's types call this an Error; it is the verification code as a string.
  const verification = socket.authorizationError ? String(socket.authorizationError) : undefined;
  if (verification !== undefined && !UNKNOWN_AUTHORITY.has(verification)) {
    return new Error(`The certificate was refused: ${verification}.`);
  }
  return tls.checkServerIdentity(host, socket.getPeerCertificate());
}
