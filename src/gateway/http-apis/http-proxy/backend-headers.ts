import { firstHeader, hasHeader } from '../../text/index.ts';
import type { HttpRequest } from '../http-request.ts';
import { forwardedField } from './forwarded.ts';

/** Of one connection alone (RFC 9110 section 7.6.1), or ours to set. `X-Forwarded-*` goes on in `Forwarded` (fact D36). */
const DROPPED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
]);

/** What AWS gives an empty body that is said to be one of no type (fact D36); which type that is, is not documented. */
const TYPE_OF_NOTHING = 'application/octet-stream';

/** The header fields that a backend of an HTTP API gets, without `Host`, in one flat list. */
export function backendHeaders(request: HttpRequest): string[] {
  const { headers, context } = request;
  const hidden = connectionOptions(headers);
  const sent: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string;
    const lowerName = name.toLowerCase();
    if (DROPPED.has(lowerName) || hidden.has(lowerName)) continue;
    sent.push(name, headers[at + 1] as string);
  }
  if (firstHeader(headers, 'content-length') === '0' && !hasHeader(headers, 'content-type')) {
    sent.push('Content-Type', TYPE_OF_NOTHING);
  }
  sent.push('X-Amzn-Trace-Id', context.traceId, 'Forwarded', forwardedField(request));
  return sent;
}

/** What a client keeps to its connection. */
function connectionOptions(headers: readonly string[]): ReadonlySet<string> {
  const options = firstHeader(headers, 'connection') ?? '';
  return new Set(options.split(',').map((option) => option.trim().toLowerCase()));
}
