import { scopeText } from './credential-scope.ts';
import { indexHeaders } from './header-index.ts';
import { signature } from './signature.ts';
import type { SignedRequest, SigningSecret } from './signed-request.ts';
import type { SigningKeys } from './signing-keys.ts';
import { basicFormat } from './signing-time.ts';

/** What a request is signed for, and when. */
export interface SigningPurpose {
  readonly region: string;
  /** The name under which the service verifies signatures, such as `s3`. */
  readonly service: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** Headers that are signed where they are there; those of `x-amz-` are, too. Others may change on the way. */
const SIGNED = new Set(['content-md5', 'content-type', 'host']);

/**
 * Signs a request as it will be sent.
 * @param request with `Host`, and without the header fields that this gives
 * @param bodySha256 lower-case hex
 * @returns the header fields to send besides: the date, the session's token, the signature, and for S3 the body's hash
 */
export function signRequest(
  request: SignedRequest,
  bodySha256: string,
  purpose: SigningPurpose,
  secret: SigningSecret,
  keys: SigningKeys,
): string[] {
  const date = basicFormat(purpose.nowMs);
  const scope = { date: date.slice(0, 8), region: purpose.region, service: purpose.service };
  const added = ['X-Amz-Date', date];
  if (secret.sessionToken !== undefined) added.push('X-Amz-Security-Token', secret.sessionToken);
  if (purpose.service === 's3') added.push('X-Amz-Content-Sha256', bodySha256);
  const headers = indexHeaders([...request.headers, ...added]);
  const signedHeaders = [...headers.keys()].filter((name) => SIGNED.has(name) || name.startsWith('x-amz-')).sort();
  const parts = { headers, signedHeaders, payloadHash: bodySha256, date, scope };
  const credential = `${secret.accessKeyId}/${scopeText(scope)}`;
  const signed = signature(request, parts, keys.get(secret, scope));
  added.push(
    'Authorization',
    `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signed}`,
  );
  return added;
}
