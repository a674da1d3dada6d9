import type { AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';

/** What a certificate may lack when its authority does not matter: a chain to an authority that we know. */
const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Connects by TLS to a server whose certificate may come from any authority, but must name the host and be in date
 * (guide, "tlsConfig", `insecureSkipVerification`). Nothing is sent before that is known.
 */
export function connectPrivateTls(
  tls: typeof import('node:tls'),
  options: AgentOptions & ConnectionOptions,
  done: (error: Error | null, stream?: Duplex) => void,
): void {
  const socket = tls.connect({ ...options, rejectUnauthorized: false });
  const onError = (error: Error): void => done(error);
  socket.once('error', onError);
  socket.once('secureConnect', () => {
    socket.off('error', onError);
    const problem = certificateProblem(tls, socket, options.servername || options.host || '');
    if (problem === undefined) {
      done(null, socket);
      return;
    }
    socket.destroy();
    done(problem);
  });
}

function certificateProblem(
  tls: typeof import('node:tls'),
  socket: import('node:tls').TLSSocket,
  hostname: string,
): Error | undefined {
  // Node's types call this an Error; it is the verification code as a string.
  const verification = socket.authorizationError ? String(socket.authorizationError) : undefined;
  if (verification !== undefined && !UNKNOWN_AUTHORITY.has(verification))
    return Object.assign(new Error(`The certificate was refused: ${verification}.`), { code: verification });
  return tls.checkServerIdentity(hostname, socket.getPeerCertificate());
}
