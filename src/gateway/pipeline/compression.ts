import { promisify } from 'node:util';
import type { BodySource } from '../../http/index.ts';
import { FieldLines } from '../../http/index.ts';
import { GATHER_BODY_BYTES } from '../limits.ts';
import type { MaybePromise, MethodOutcome, MethodRequest, MethodResponse } from '../method/index.ts';
import { firstHeader, hasHeader } from '../text/index.ts';
import { type ResponseCoding, responseCoding } from './accept-encoding.ts';

/** Statuses whose answers have no body. */
const WITHOUT_BODY = new Set([204, 304]);

/**
 * The phase "compression": the answer of an integration is compressed for a client that wants it, when it is large enough and
 * is not compressed yet (fact D76; guide, "Receive an API response with a compressed payload").
 * @param minimumBytes the API's `minimumCompressionSize`
 */
export function compressed(
  outcome: MethodOutcome,
  request: MethodRequest,
  minimumBytes: number,
): MaybePromise<MethodOutcome> {
  if (
    outcome.kind !== 'response' ||
    outcome.streamed === true ||
    request.exchange.method === 'HEAD' ||
    WITHOUT_BODY.has(outcome.status)
  )
    return outcome;
  const coding = responseCoding(firstHeader(request.headers, 'accept-encoding'));
  if (coding === undefined) return outcome;
  const headers = outcome.headers instanceof FieldLines ? outcome.headers.toList() : outcome.headers;
  const size = sizeOf(outcome.body, headers);
  if (size === 0 || size < minimumBytes || hasHeader(headers, 'content-encoding')) return outcome;
  request.context.trace?.record({ kind: 'compressed', coding });
  return compress(outcome, [...withoutLength(headers), 'Content-Encoding', coding], coding);
}

/** A body of unknown length is at least as large as what was gathered of it before it was passed on. */
function sizeOf(body: Uint8Array | BodySource, headers: readonly string[]): number {
  if (body instanceof Uint8Array) return body.length;
  return Number(firstHeader(headers, 'content-length') ?? GATHER_BODY_BYTES + 1);
}

function withoutLength(headers: readonly string[]): readonly string[] {
  return headers.filter((_, at) => (headers[at - (at % 2)] as string).toLowerCase() !== 'content-length');
}

function compress(
  { status, body }: MethodResponse,
  headers: readonly string[],
  coding: ResponseCoding,
): MaybePromise<MethodResponse> {
  const zlib = process.getBuiltinModule('node:zlib');
  if (body instanceof Uint8Array) {
    const deflate = coding === 'gzip' ? promisify(zlib.gzip) : promisify(zlib.deflate);
    // As a copy: the bytes may be borrowed for this turn only.
    return deflate(Buffer.from(body)).then((bytes) => ({ kind: 'response', status, headers, body: bytes }));
  }
  const stream = coding === 'gzip' ? zlib.createGzip() : zlib.createDeflate();
  // Whoever takes the body is told of what goes wrong.
  const source = process.getBuiltinModule('node:stream').pipeline(body, stream, () => undefined);
  return { kind: 'response', status, headers, body: source };
}
