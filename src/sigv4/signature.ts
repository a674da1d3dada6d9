import { createHash } from 'node:crypto';
import { canonicalHeaders } from './canonical-headers.ts';
import { canonicalPath } from './canonical-path.ts';
import { canonicalQuery } from './canonical-query.ts';
import { type CredentialScope, scopeText } from './credential-scope.ts';
import type { HeaderIndex } from './header-index.ts';
import type { SignedRequest } from './signed-request.ts';
import { hmac } from './signing-keys.ts';

/** What a signature covers besides method, path and query. */
export interface SignedParts {
  readonly headers: HeaderIndex;
  /** Lower-case names, sorted. */
  readonly signedHeaders: readonly string[];
  /** Hex of the body's SHA-256, or a marker in its place. */
  readonly payloadHash: string;
  /** ISO 8601 basic format. */
  readonly date: string;
  readonly scope: CredentialScope;
}

/** The signature of a request in lower-case hex (IAM User Guide, "Create a signed AWS API request"). */
export function signature(request: SignedRequest, parts: SignedParts, key: Buffer): string {
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    parts.date,
    scopeText(parts.scope),
    // Header values are bytes that Node shows as Latin-1, so this gives back what was on the wire.
    createHash('sha256').update(canonicalRequest(request, parts), 'latin1').digest('hex'),
  ].join('\n');
  return hmac(key, stringToSign).toString('hex');
}

/** The text whose hash is signed (the same page, step 1). */
function canonicalRequest(request: SignedRequest, parts: SignedParts): string {
  return [
    request.method,
    canonicalPath(request.path, parts.scope.service),
    canonicalQuery(request.query),
    canonicalHeaders(parts.headers, parts.signedHeaders),
    parts.signedHeaders.join(';'),
    parts.payloadHash,
  ].join('\n');
}
