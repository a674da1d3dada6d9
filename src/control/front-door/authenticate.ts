import type { Exchange } from '../../http/index.ts';
import {
  type CredentialScope,
  type ExpectedScope,
  expiredToken,
  readClaim,
  type SigningKeys,
  sha256Hex,
  unknownKey,
  verifyClaim,
} from '../../sigv4/index.ts';
import type { Credential, CredentialSource } from '../control.ts';
import type { ProtocolName } from '../schema/index.ts';
import { notImplemented } from './protocol-errors.ts';
import type { RequestHead } from './request-head.ts';
import { signatureError } from './signature-errors.ts';

export interface Authentication {
  readonly credentials: CredentialSource;
  readonly keys: SigningKeys;
  readonly bodyLimitBytes: number;
}

/** A call whose signature is good, with the body that it covers. */
export interface AuthenticCall {
  readonly credential: Credential;
  readonly scope: CredentialScope;
  readonly body: Buffer;
  readonly isBodySigned: boolean;
}

/**
 * Finds out who calls. A body is read only for a caller whose key exists and whose request is of now.
 * @param expected what must be signed for; any service in any region, unless something is given
 * @throws {ServiceError} when the signature is missing or wrong, named as `protocol` names it
 * @throws {BodyTooLargeError} for a body beyond the limit
 */
export async function authenticate(
  exchange: Exchange,
  head: RequestHead,
  protocol: ProtocolName,
  nowMs: number,
  { credentials, keys, bodyLimitBytes }: Authentication,
  expected: ExpectedScope = {},
): Promise<AuthenticCall> {
  const claim = readClaim(head.signed, nowMs, expected);
  if (!claim.ok) throw signatureError(claim, protocol);
  const credential = await credentials.find(claim.accessKeyId, claim.sessionToken);
  if (!credential) throw signatureError(unknownKey, protocol);
  const body = await exchange.readBody(bodyLimitBytes);
  const bodySha256 = claim.payload === 'signed' ? sha256Hex(body) : '';
  const failure = verifyClaim(claim, head.signed, bodySha256, credential, keys);
  if (failure) throw signatureError(failure, protocol);
  const { session } = credential.principal;
  if (session && session.expiresAtMs <= nowMs) throw signatureError(expiredToken, protocol);
  // The seed is good, but nobody verified the signatures of the chunks, so what they hold is not trusted.
  if (claim.payload === 'chunked') throw notImplemented(`bodies that are signed in chunks (${claim.contentSha256})`);
  return { credential, scope: claim.scope, body, isBodySigned: claim.payload === 'signed' };
}
