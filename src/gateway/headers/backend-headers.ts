import type { MethodRequest } from '../method/index.ts';
import { forwardedHeaders } from './forwarded.ts';
import { isSigV4 } from './sigv4.ts';

/**
 * Never pass from a client to an HTTP_PROXY backend (facts D12, D31), are ours to set (D33, D34), or belong to the client's
 * connection alone (RFC 9110 section 7.6.1; so `Connection` is not passed, although the guide's table says that it is).
 */
const DROPPED = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'host',
  'keep-alive',
  'max-forwards',
  'proxy-authenticate',
  'proxy-connection',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'www-authenticate',
  'x-amzn-apigateway-api-id',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-http-method-override',
]);

/**
 * The header fields that an HTTP_PROXY backend gets of the client's, with AWS's defaults and additions (facts D33, D34).
 * @param host the backend's own `Host`
 * @param replaced lower-case names of headers that a mapping sets instead
 */
export function backendHeaders(request: MethodRequest, host: string, replaced: ReadonlySet<string>): string[] {
  const { headers, context } = request;
  const { apiId } = context.stageFacts;
  const sent = ['Host', host];
  let hasAccept = false;
  let hasUserAgent = false;
  const named = connectionOptions(headers);
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    const value = headers[i + 1] as string;
    const lower = name.toLowerCase();
    if (DROPPED.has(lower) || replaced.has(lower) || named?.has(lower) === true) continue;
    if (lower === 'authorization' && isSigV4(value)) continue;
    if (lower === 'accept') hasAccept = true;
    else if (lower === 'user-agent') hasUserAgent = true;
    sent.push(name, value);
  }
  if (!hasAccept && !replaced.has('accept')) sent.push('Accept', 'application/json');
  if (!hasUserAgent && !replaced.has('user-agent')) sent.push('User-Agent', `AmazonAPIGateway_${apiId}`);
  sent.push('X-Amzn-Trace-Id', context.traceId, 'X-Amzn-Apigateway-Api-Id', apiId, ...forwardedHeaders(request));
  return sent;
}

/** The fields that a `Connection` field declares to be for this connection only; undefined in the common cases. */
function connectionOptions(headers: readonly string[]): ReadonlySet<string> | undefined {
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    if (name.length !== 10 || name.toLowerCase() !== 'connection') continue;
    const options = (headers[i + 1] as string).toLowerCase();
    if (options !== 'keep-alive' && options !== 'close')
      return new Set(options.split(',').map((option) => option.trim()));
  }
  return undefined;
}
