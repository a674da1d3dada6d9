import { createHash, timingSafeEqual } from 'node:crypto';
import { canonicalHeaders } from './canonical-headers.ts';
import { canonicalPath } from './canonical-path.ts';
import { canonicalQuery } from './canonical-query.ts';
import type { Claim } from './claim.ts';
import { scopeText } from './credential-scope.ts';
import { payloadHash } from './payload.ts';
import { type SignatureFailure, unknownKey, wrongSignature } from './signature-failure.ts';
import type { SignedRequest, SigningSecret } from './signed-request.ts';
import { hmac, type SigningKeys } from './signing-keys.ts';

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
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    claim.date,
    scopeText(claim.scope),
    // Header values are bytes that Node shows as Latin-1, so this gives back what was on the wire.
    createHash('sha256')
      .update(canonicalRequest(claim, request, bodySha256), 'latin1')
      .digest('hex'),
  ].join('\n');
  const expected = hmac(keys.get(secret, claim.scope), stringToSign);
  if (!equalInConstantTime(Buffer.from(claim.signature, 'latin1'), Buffer.from(expected.toString('hex'), 'latin1'))) {
    return wrongSignature;
  }
  return hasToken(claim.sessionToken, secret.sessionToken) ? undefined : unknownKey;
}

/** The text whose hash is signed (IAM User Guide, "Create a signed AWS API request", step 1). */
function canonicalRequest(claim: Claim, request: SignedRequest, bodySha256: string): string {
  return [
    request.method,
    canonicalPath(request.path, claim.scope.service),
    canonicalQuery(request.query),
    canonicalHeaders(claim.headers, claim.signedHeaders),
    claim.signedHeaders.join(';'),
    payloadHash(claim.payload, claim.contentSha256, bodySha256),
  ].join('\n');
}

function hasToken(given: string | undefined, wanted: string | undefined): boolean {
  if (given === undefined || wanted === undefined) return given === wanted;
  return equalInConstantTime(Buffer.from(given, 'latin1'), Buffer.from(wanted, 'latin1'));
}

function equalInConstantTime(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
