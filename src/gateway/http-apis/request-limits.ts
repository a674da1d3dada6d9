import type { Exchange } from '../../http/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { GatewayLimits } from '../limits.ts';
import { firstHeader } from '../text/index.ts';

/** "Total combined size of request line and header values" (guide page http-api-quotas; features A17). */
const HEAD_BYTES = 10_240;

/** Says what a request is refused for before anything else looks at it; undefined where nothing is limited. */
export function compileRequestLimits({ passedBodyBytes, methodArnBytes }: GatewayLimits) {
  if (methodArnBytes === Infinity) return undefined;
  return ({ method, target, httpVersion, headers }: Exchange): GatewayFailure | undefined => {
    let bytes = method.length + target.length + httpVersion.length + 2;
    for (let at = 1; at < headers.length; at += 2) bytes += (headers[at] as string).length;
    if (bytes > HEAD_BYTES) return { kind: 'failure', type: 'REQUEST_HEADERS_TOO_LARGE' };
    const length = firstHeader(headers, 'content-length');
    if (length !== undefined && Number(length) > passedBodyBytes) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
    return undefined;
  };
}
