import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Credentials } from './credentials.ts';
import { uriEncode } from './uri.ts';

/** A request before it is signed. */
export interface Unsigned {
  readonly method: string;
  /** Percent-encoded. */
  readonly path: string;
  /** Decoded. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** By lower-case name; all of them are signed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface SigningScope {
  readonly region: string;
  /** The name under which the service verifies signatures. */
  readonly service: string;
  /** As the browser will send it. */
  readonly host: string;
  readonly now: Date;
}

/**
 * The headers of the request with those that sign it (IAM User Guide, "Create a signed AWS API request"). The browser adds
 * `Host` by itself. Hashes are of a library, not of `crypto.subtle`, which pages have over HTTPS and on loopback alone.
 */
export function signedHeaders(
  request: Unsigned,
  scope: SigningScope,
  credentials: Credentials,
): Record<string, string> {
  const time = scope.now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const token = credentials.sessionToken;
  const sent = { ...request.headers, 'x-amz-date': time, ...(token && { 'x-amz-security-token': token }) };
  const signed: Record<string, string> = { ...sent, host: scope.host };
  const names = Object.keys(signed).sort();
  const canonical = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${signed[name]?.trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    bytesToHex(sha256(request.body)),
  ].join('\n');
  const credentialScope = `${day}/${scope.region}/${scope.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, credentialScope, bytesToHex(sha256(utf8ToBytes(canonical)))].join('\n');
  const key = [day, scope.region, scope.service, 'aws4_request'].reduce(
    (derived, part) => hmac(sha256, derived, utf8ToBytes(part)),
    utf8ToBytes(`AWS4${credentials.secretAccessKey}`),
  );
  const signature = bytesToHex(hmac(sha256, key, utf8ToBytes(toSign)));
  const credential = `${credentials.accessKeyId}/${credentialScope}`;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}

/** Encoded once more than it is sent, as every service but S3 wants it. */
function canonicalPath(path: string): string {
  return path.split('/').map(uriEncode).join('/');
}

function canonicalQuery(query: Unsigned['query']): string {
  return query
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([nameA, a], [nameB, b]) => compare(nameA, nameB) || compare(a, b))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
