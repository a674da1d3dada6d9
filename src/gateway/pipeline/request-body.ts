import { promisify } from 'node:util';
import { type BodySource, BodyTooLargeError, type HeaderList } from '../../http/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { MAX_PAYLOAD_BYTES } from '../limits.ts';
import type { Abandoned, MaybePromise, MethodRequest } from '../method/index.ts';
import { firstHeader } from '../text/index.ts';

/** A body in full, with its transport coding undone. */
export interface RequestBody {
  readonly kind: 'body';
  readonly bytes: Buffer;
}

/** The codings that AWS undoes before anything looks at a body (fact D77). */
export type Coding = 'gzip' | 'deflate';

/** A body in a coding that is not supported, or not in the coding that it claims (guide, "Call an API method with a compressed payload"). */
export const WRONG_CODING: GatewayFailure = { kind: 'failure', type: 'UNSUPPORTED_MEDIA_TYPE' };

/** The coding of a request's body, which will be undone; undefined for none. */
export function codingOf(headers: HeaderList): Coding | 'unsupported' | undefined {
  const value = firstHeader(headers, 'content-encoding')?.trim().toLowerCase();
  if (value === undefined || value === '' || value === 'identity') return undefined;
  if (value === 'gzip' || value === 'x-gzip') return 'gzip';
  return value === 'deflate' ? 'deflate' : 'unsupported';
}

/** Reads a request's body: at most 10 MB, as sent and as decompressed (features A17, fact D77). */
export async function readRequestBody(request: MethodRequest): Promise<RequestBody | GatewayFailure | Abandoned> {
  const coding = codingOf(request.headers);
  if (coding === 'unsupported') return WRONG_CODING;
  let bytes: Buffer;
  try {
    bytes = await request.exchange.readBody(MAX_PAYLOAD_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLargeError) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
    // Whatever else happens to a body on its way in, the client's connection is gone.
    return { kind: 'abandoned' };
  }
  const body: RequestBody | GatewayFailure =
    coding === undefined || bytes.length === 0 ? { kind: 'body', bytes } : await decompress(bytes, coding);
  if (body.kind === 'body') request.context.trace?.record({ kind: 'requestBody', body: body.bytes });
  return body;
}

/** As above, and at once where all of it is here; it may be borrowed then, and is good until the call returns in which it was given. */
export function takeRequestBody(request: MethodRequest): MaybePromise<RequestBody | GatewayFailure | Abandoned> {
  const bytes = arrivedBody(request);
  if (bytes === undefined) return readRequestBody(request);
  request.context.trace?.record({ kind: 'requestBody', body: bytes });
  return { kind: 'body', bytes };
}

/** The body where it is here, whole and in no coding; it may be borrowed. */
export function arrivedBody(request: MethodRequest): Buffer | undefined {
  return codingOf(request.headers) === undefined ? request.exchange.takeArrivedBody() : undefined;
}

async function decompress(bytes: Buffer, coding: Coding): Promise<RequestBody | GatewayFailure> {
  const zlib = process.getBuiltinModule('node:zlib');
  const undo = coding === 'gzip' ? promisify(zlib.gunzip) : promisify(zlib.inflate);
  try {
    return { kind: 'body', bytes: await undo(bytes, { maxOutputLength: MAX_PAYLOAD_BYTES }) };
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? { kind: 'failure', type: 'REQUEST_TOO_LARGE' } : WRONG_CODING;
  }
}

/** A body with its coding undone as it comes in, as slowly as it is taken. */
export function decompressed(source: BodySource, coding: Coding): BodySource {
  const { pipeline } = process.getBuiltinModule('node:stream');
  const zlib = process.getBuiltinModule('node:zlib');
  const undo = coding === 'gzip' ? zlib.createGunzip() : zlib.createInflate();
  // Whoever takes the body is told of what goes wrong.
  return pipeline(source, undo, () => undefined);
}

/** Whether a body is not what its coding says it is. */
export function isCodingError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
