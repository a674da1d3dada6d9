import {
  expiredToken,
  readClaim,
  type SignatureFailure,
  sha256Hex,
  unknownKey,
  verifyClaimByKey,
  wrongSignature,
} from '../../sigv4/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { Abandoned, MethodRequest } from '../method/index.ts';
import type { KnownSigner, KnownSigners } from './known-signers.ts';
import { signatureFailure } from './signature-failures.ts';

/** A caller whose signature is good. */
export interface Caller {
  readonly kind: 'caller';
  readonly signer: KnownSigner;
  readonly accessKeyId: string;
}

/** Reads the request's whole body, for the signature covers it, and leaves it for the integration to read again. */
export type ReadAhead = (request: MethodRequest) => Promise<GatewayFailure | Abandoned | undefined>;

/**
 * Finds out who signed a request to a method. The body is read only for a caller whose key exists and whose request is of
 * now, and is always part of what must be signed.
 */
export async function authenticate(
  request: MethodRequest,
  signers: KnownSigners,
  nowMs: number,
  readAhead: ReadAhead,
): Promise<Caller | GatewayFailure | Abandoned> {
  const { exchange, context } = request;
  const question = exchange.target.indexOf('?');
  const signed = {
    method: exchange.method,
    path: pathOf(question < 0 ? exchange.target : exchange.target.slice(0, question)),
    query: question < 0 ? '' : exchange.target.slice(question + 1),
    headers: exchange.headers,
  };
  const claim = readClaim(signed, nowMs, { region: context.stageFacts.region, service: 'execute-api' });
  if (!claim.ok) return signatureFailure(claim);
  const signer = await signers.find(claim.accessKeyId, claim.scope, claim.sessionToken);
  if (signer === undefined) return signatureFailure(unknownKey);
  // Whoever stands between could have added it to somebody else's request.
  const isVerbSigned = context.httpMethod === exchange.method || claim.signedHeaders.includes('x-http-method-override');
  if (!isVerbSigned) return signatureFailure(wrongSignature);
  // A body that is left out of the signature, or signed piece by piece, could be anybody's.
  if (claim.payload !== 'signed') return signatureFailure(wrongSignature);
  const unread = await readAhead(request);
  if (unread !== undefined) return unread;
  const body = await request.exchange.readBody(Infinity);
  const problem: SignatureFailure | undefined = verifyClaimByKey(claim, signed, sha256Hex(body), signer);
  if (problem) return signatureFailure(problem);
  const { session } = signer.principal;
  if (session && session.expiresAtMs <= nowMs) return signatureFailure(expiredToken);
  return { kind: 'caller', signer, accessKeyId: claim.accessKeyId };
}

/** Of a target in absolute form, too (RFC 9112 section 3.2.2). */
function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/]*/i, '') || '/';
}
