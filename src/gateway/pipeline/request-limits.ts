import type { Exchange, HeaderList } from '../../http/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { GatewayLimits } from '../limits.ts';
import type { RequestContext, StageFacts } from '../request-context/index.ts';
import { firstHeader } from '../text/index.ts';

/** Says what a request is refused for, before anything else looks at it. */
export type RequestLimits = (exchange: Exchange, context: RequestContext) => GatewayFailure | undefined;

const URI_TOO_LONG: GatewayFailure = { kind: 'failure', type: 'REQUEST_URI_TOO_LONG' };
const HEADERS_TOO_LARGE: GatewayFailure = { kind: 'failure', type: 'REQUEST_HEADERS_TOO_LARGE' };
const BODY_TOO_LARGE: GatewayFailure = { kind: 'failure', type: 'REQUEST_TOO_LARGE' };

/**
 * Compiles the limits of a stage's requests (features A17, fact D15): URL, headers, declared length of the body, and the
 * method ARN, made of verb and path, which the policies behind get to see. Undefined when nothing is limited.
 */
export function compileRequestLimits(facts: StageFacts, limits: GatewayLimits): RequestLimits | undefined {
  const { region, accountId, apiId, endpointType } = facts;
  const maxUrlBytes = limits.urlBytes[endpointType];
  const maxHeaderBytes = limits.headerBytes[endpointType];
  const maxBodyBytes = limits.passedBodyBytes;
  const maxPathBytes = limits.methodArnBytes - `arn:aws:execute-api:${region}:${accountId}:${apiId}/`.length;
  if (Math.min(maxUrlBytes, maxHeaderBytes, maxBodyBytes, maxPathBytes) === Infinity) return undefined;
  return (exchange, context) => {
    if (exchange.target.length > maxUrlBytes) return URI_TOO_LONG;
    if (headerBytes(exchange.headers) > maxHeaderBytes) return HEADERS_TOO_LARGE;
    const contentLength = firstHeader(exchange.headers, 'content-length');
    if (contentLength !== undefined && Number(contentLength) > maxBodyBytes) return BODY_TOO_LARGE;
    return context.path.length + context.httpMethod.length > maxPathBytes ? URI_TOO_LONG : undefined;
  };
}

/** As on the wire: name, colon, space, value, line end. */
function headerBytes(headers: HeaderList): number {
  let bytes = 0;
  for (let i = 0; i < headers.length; i++) bytes += (headers[i] as string).length + 2;
  return bytes;
}
