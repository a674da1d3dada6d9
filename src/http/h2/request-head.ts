import type { HeaderList } from '../exchange.ts';

/** A request's head in the words of HTTP/1.1, which is what everything behind this room speaks. */
export interface RequestHead {
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderList;
}

/** Why a request is answered before anybody sees it: it has no counterpart in HTTP/1.1, or its fields are too large. */
export type HeadRefusal = 400 | 431;

/** What each field counts beside its name and value (RFC 9113 section 6.5.2). */
export const FIELD_OVERHEAD_BYTES = 32;

/** What a request target may be made of (RFC 9112 section 3.2): visible ASCII. nghttp2 lets other bytes through. */
const TARGET = /^[\x21-\x7e]+$/;

/**
 * Turns a field list of HTTP/2, pseudo-header fields first, into a request of HTTP/1.1. The authority becomes the Host
 * field, at the front; cookies that came in crumbs become one field again (RFC 9113 sections 8.2.3, 8.3.1). The other
 * fields stay as they are: nghttp2 has refused connection-specific fields and characters that no field may have.
 * @param fields name, value, name, value, ... as received
 * @param maxBytes the largest field list. Node enforces it too, but only on clients that have acknowledged our settings
 * @returns 400 for a request without or with two different hosts, or with a target that is none; 431 for too many bytes
 */
export function requestHead(fields: readonly string[], maxBytes: number): RequestHead | HeadRefusal {
  if (sizeOf(fields) > maxBytes) return 431;
  let method = '';
  let path: string | undefined;
  let authority: string | undefined;
  let host: string | undefined;
  let cookie: string | undefined;
  const rest: string[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const name = fields[i] as string;
    const value = fields[i + 1] as string;
    if (name === ':method') method = value;
    else if (name === ':path') path = value;
    else if (name === ':authority') authority = value;
    else if (name === ':scheme') continue;
    else if (name === 'cookie') cookie = cookie === undefined ? value : `${cookie}; ${value}`;
    else if (name !== 'host') rest.push(name, value);
    else if (host === undefined) host = value;
    else return 400;
  }
  if (authority !== undefined && host !== undefined && authority.toLowerCase() !== host.toLowerCase()) return 400;
  const authorityOrHost = authority ?? host;
  // CONNECT has no path; in HTTP/1.1 its target is the authority (RFC 9112 section 3.2.3).
  const target = path ?? (method === 'CONNECT' ? authorityOrHost : undefined);
  if (authorityOrHost === undefined || target === undefined || !TARGET.test(target)) return 400;
  if (cookie !== undefined) rest.push('cookie', cookie);
  return { method, target, headers: ['Host', authorityOrHost, ...rest] };
}

function sizeOf(fields: readonly string[]): number {
  let bytes = (fields.length / 2) * FIELD_OVERHEAD_BYTES;
  for (const text of fields) bytes += text.length;
  return bytes;
}
