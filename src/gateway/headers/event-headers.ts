import type { MethodRequest } from '../method/index.ts';
import { forwardedHeaders } from './forwarded.ts';
import { isSigV4 } from './sigv4.ts';

/** Never reach a function (fact D13), or are replaced by ours. */
const DROPPED = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'www-authenticate',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-http-method-override',
]);

/** Always spelled so, whatever the client's spelling (fact D34). */
const SPELLING: ReadonlyMap<string, string> = new Map([
  ['authorization', 'Authorization'],
  ['host', 'Host'],
  ['user-agent', 'User-Agent'],
]);

/** The header fields that a function sees in a proxy event, in order, repeated ones repeated (facts D13, D34). */
export function eventHeaders(request: MethodRequest): readonly string[] {
  const { headers } = request;
  const seen: string[] = [];
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    const value = headers[i + 1] as string;
    const lower = name.toLowerCase();
    if (DROPPED.has(lower) || (lower === 'authorization' && isSigV4(value))) continue;
    seen.push(SPELLING.get(lower) ?? name, value);
  }
  seen.push('X-Amzn-Trace-Id', request.context.traceId, ...forwardedHeaders(request));
  return seen;
}
