import type { BodySource } from '../../../http/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { GATHER_BODY_BYTES, MAX_PAYLOAD_BYTES } from '../../limits.ts';
import type { Abandoned, MethodRequest } from '../../method/index.ts';
import { codingOf, readRequestBody } from '../../pipeline/request-body.ts';
import { firstHeader } from '../../text/index.ts';

/** A request's body on its way to a backend. */
export interface OutgoingBody {
  readonly kind: 'outgoing';
  readonly body: Uint8Array | BodySource;
  /** Set for a body that is passed on as it comes in. */
  readonly contentLength?: number;
}

const EMPTY: OutgoingBody = { kind: 'outgoing', body: Buffer.alloc(0) };

/** Whether a request has a body to pass on, without waiting for it. */
export function emptyBody(request: MethodRequest): OutgoingBody | undefined {
  const { headers } = request;
  const length = firstHeader(headers, 'content-length');
  const none = (length === undefined || length === '0') && firstHeader(headers, 'transfer-encoding') === undefined;
  return none ? EMPTY : undefined;
}

/**
 * Takes over a request's body: a large one of a known length as it comes in, any other in full, because backends get a
 * `Content-Length` in any case (fact D31: "regenerated").
 */
export async function outgoingBody(request: MethodRequest): Promise<OutgoingBody | GatewayFailure | Abandoned> {
  const length = Number(firstHeader(request.headers, 'content-length') ?? 0);
  if (length > MAX_PAYLOAD_BYTES) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
  if (length > GATHER_BODY_BYTES && codingOf(request.headers) === undefined)
    return { kind: 'outgoing', body: request.exchange.streamBody(), contentLength: length };
  const body = await readRequestBody(request);
  return body.kind === 'body' ? { kind: 'outgoing', body: body.bytes } : body;
}
