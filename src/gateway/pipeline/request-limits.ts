import type { Exchange, HeaderList } from '../../http/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import {
  MAX_HEADER_BYTES,
  MAX_METHOD_ARN_BYTES,
  MAX_PAYLOAD_BYTES,
  MAX_URL_BYTES_EDGE,
  MAX_URL_BYTES_REGIONAL,
} from '../limits.ts';
import type { RequestContext, StageFacts } from '../request-context/index.ts';
import { firstHeader } from '../text/index.ts';

/** Refuses a request that is too large to look at any further (features A17, fact D15). */
export function checkRequestLimits(exchange: Exchange, facts: StageFacts): GatewayFailure | undefined {
  const maxUrlBytes = facts.endpointType === 'REGIONAL' ? MAX_URL_BYTES_REGIONAL : MAX_URL_BYTES_EDGE;
  if (exchange.target.length > maxUrlBytes) return { kind: 'failure', type: 'REQUEST_URI_TOO_LONG' };
  if (headerBytes(exchange.headers) > MAX_HEADER_BYTES) return { kind: 'failure', type: 'REQUEST_HEADERS_TOO_LARGE' };
  const contentLength = firstHeader(exchange.headers, 'content-length');
  if (contentLength !== undefined && Number(contentLength) > MAX_PAYLOAD_BYTES)
    return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
  return undefined;
}

/** Refuses a request whose method ARN, made of verb and path, is too long for the policies behind (fact D15). */
export function checkMethodArn(context: RequestContext): GatewayFailure | undefined {
  const { region, accountId, apiId } = context.stageFacts;
  const length =
    `arn:aws:execute-api:${region}:${accountId}:${apiId}`.length + context.path.length + context.httpMethod.length + 1;
  return length > MAX_METHOD_ARN_BYTES ? { kind: 'failure', type: 'REQUEST_URI_TOO_LONG' } : undefined;
}

/** As on the wire: name, colon, space, value, line end. */
function headerBytes(headers: HeaderList): number {
  let bytes = 0;
  for (let i = 0; i < headers.length; i++) bytes += (headers[i] as string).length + 2;
  return bytes;
}
