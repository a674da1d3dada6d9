import type { HeaderIndex } from './header-index.ts';
import { sha256Base64 } from './payload.ts';
import { incomplete, type SignatureFailure } from './signature-failure.ts';
import type { SignatureParameters } from './signature-parameters.ts';

const REQUIRED = ['Credential', 'Signature', 'SignedHeaders'] as const;

/** Reads `Authorization: AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...` and the fields beside it. */
export function readAuthorizationHeader(
  authorization: string,
  headers: HeaderIndex,
): SignatureParameters | SignatureFailure {
  const [algorithm = '', ...parts] = authorization.split(/[\s,]+/).filter((part) => part !== '');
  const pairs = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    if (equals === -1) {
      // AWS does not repeat what the client sent (it may be somebody's secret), it sends the hash.
      return incomplete(
        `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${sha256Base64(authorization)}'.`,
      );
    }
    pairs.set(part.slice(0, equals), part.slice(equals + 1));
  }
  const date = headers.get('x-amz-date')?.[0] ?? headers.get('date')?.[0];
  const complaints = REQUIRED.filter((name) => !pairs.get(name)).map(
    (name) => `Authorization header requires '${name}' parameter.`,
  );
  if (!date) {
    complaints.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  if (complaints.length > 0 || date === undefined) {
    return incomplete(
      `${complaints.join(' ')} (Hashed with SHA-256 and encoded with Base64) Authorization=${sha256Base64(authorization)}`,
    );
  }
  const sessionToken = headers.get('x-amz-security-token')?.[0];
  const contentSha256 = headers.get('x-amz-content-sha256')?.[0];
  return {
    form: 'header',
    algorithm,
    credential: pairs.get('Credential') ?? '',
    signedHeaders: pairs.get('SignedHeaders') ?? '',
    signature: pairs.get('Signature') ?? '',
    date,
    ...(sessionToken !== undefined && { sessionToken }),
    ...(contentSha256 !== undefined && { contentSha256 }),
  };
}
