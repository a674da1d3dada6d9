import type { BodySource } from '../../../http/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { GATHER_BODY_BYTES, MAX_PAYLOAD_BYTES } from '../../limits.ts';
import type { Abandoned, MethodRequest } from '../../method/index.ts';
import {
  type Coding,
  codingOf,
  decompressed,
  isCodingError,
  readRequestBody,
  WRONG_CODING,
} from '../../pipeline/request-body.ts';
import { firstHeader } from '../../text/index.ts';
import type { CallFailure } from './call.ts';
import { gatherSome } from './gather-some.ts';

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
 * `Content-Length` in any case (fact D31: "regenerated"). Where bodies may be larger than what is gathered, one of unknown
 * length that turns out to be large goes on in chunks.
 */
export async function outgoingBody(
  request: MethodRequest,
  limitBytes: number,
): Promise<OutgoingBody | GatewayFailure | Abandoned> {
  const declared = firstHeader(request.headers, 'content-length');
  const length = Number(declared ?? 0);
  if (length > limitBytes) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
  const coding = codingOf(request.headers);
  if (coding === 'unsupported') return WRONG_CODING;
  if (length > GATHER_BODY_BYTES && coding === undefined)
    return { kind: 'outgoing', body: request.exchange.streamBody(), contentLength: length };
  if (limitBytes > MAX_PAYLOAD_BYTES && (coding !== undefined || declared === undefined))
    return emptyBody(request) ?? bodyOfUnknownLength(request, coding, limitBytes);
  const body = await readRequestBody(request);
  return body.kind === 'body' ? { kind: 'outgoing', body: body.bytes } : body;
}

async function bodyOfUnknownLength(
  request: MethodRequest,
  coding: Coding | undefined,
  limitBytes: number,
): Promise<OutgoingBody | GatewayFailure | Abandoned> {
  const source = request.exchange.streamBody();
  try {
    const body = await gatherSome(coding === undefined ? source : decompressed(source, coding), limitBytes);
    return { kind: 'outgoing', body };
  } catch (error) {
    return isCodingError(error) ? WRONG_CODING : { kind: 'abandoned' };
  }
}

/**
 * What a request came to whose call was broken off. When the client is still there, it was for the body: its coding, which
 * is undone on the way, turned out to be broken.
 */
export function brokenOff(failure: CallFailure, request: MethodRequest): CallFailure {
  if (failure.kind !== 'abandoned' || request.exchange.signal.aborted || codingOf(request.headers) === undefined)
    return failure;
  return WRONG_CODING;
}
