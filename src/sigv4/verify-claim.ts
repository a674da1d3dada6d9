import { timingSafeEqual } from 'node:crypto';
import type { Claim } from './claim.ts';
import { payloadHash } from './payload.ts';
import { signature } from './signature.ts';
import { type SignatureFailure, unknownKey, wrongSignature } from './signature-failure.ts';
import type { SignedRequest, SigningSecret } from './signed-request.ts';
import type { SigningKeys } from './signing-keys.ts';

/**
 * Checks a claim against the secret of the key that it names.
 * @param bodySha256 lower-case hex of the body that arrived; not looked at when the payload is not signed
 * @returns undefined when request, body and signature belong together
 */
export function verifyClaim(
  claim: Claim,
  request: SignedRequest,
  bodySha256: string,
  secret: SigningSecret,
  keys: SigningKeys,
): SignatureFailure | undefined {
  const signingKey = keys.get(secret, claim.scope);
  return verifyClaimByKey(claim, request, bodySha256, { signingKey, sessionToken: secret.sessionToken });
}

/** What verifies a signature where the secret is not known: the key that was derived from it for the claim's scope. */
export interface VerifyingKey {
  readonly signingKey: Buffer;
  readonly sessionToken: string | undefined;
}

/** The same, by a derived key. */
export function verifyClaimByKey(
  claim: Claim,
  request: SignedRequest,
  bodySha256: string,
  { signingKey, sessionToken }: VerifyingKey,
): SignatureFailure | undefined {
  const expected = signature(
    request,
    {
      headers: claim.headers,
      signedHeaders: claim.signedHeaders,
      payloadHash: payloadHash(claim.payload, claim.contentSha256, bodySha256),
      date: claim.date,
      scope: claim.scope,
    },
    signingKey,
  );
  if (!equalInConstantTime(Buffer.from(claim.signature, 'latin1'), Buffer.from(expected, 'latin1'))) {
    return wrongSignature;
  }
  return hasToken(claim.sessionToken, sessionToken) ? undefined : unknownKey;
}

function hasToken(given: string | undefined, wanted: string | undefined): boolean {
  if (given === undefined || wanted === undefined) return given === wanted;
  return equalInConstantTime(Buffer.from(given, 'latin1'), Buffer.from(wanted, 'latin1'));
}

function equalInConstantTime(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
