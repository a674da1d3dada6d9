import type { BodySource, UpstreamResponse } from '../../../http/index.ts';
import { BodyTooLargeError, UpstreamError } from '../../../http/index.ts';
import { GATHER_BODY_BYTES, MAX_PAYLOAD_BYTES } from '../../limits.ts';
import { firstHeader } from '../../text/index.ts';

/** A response's body on its way to the client. */
export interface PassedBody {
  readonly body: Uint8Array | BodySource;
  /** The length of a body that goes out as it comes in; undefined when the transport finds out by itself. */
  readonly contentLength: number | undefined;
}

/** The two verbs of one request: HEAD on one side alone changes who may see a length without a body. */
export interface Verbs {
  readonly backend: string;
  readonly client: string;
}

/**
 * Takes over a backend's body: a small one in full, so that it goes out in one write with its length, a larger one as it
 * comes in. More than 10 MB is refused (features A17), which for a body of undeclared length can only be noticed underway.
 * @throws {BodyTooLargeError} for a body that is declared to be larger
 * @throws {UpstreamError} when a small body does not arrive in full
 */
export async function passBody(response: UpstreamResponse, verbs: Verbs): Promise<PassedBody> {
  const declared = firstHeader(response.headers, 'content-length');
  const length = declared === undefined ? undefined : Number(declared);
  if (verbs.backend === 'HEAD')
    return { body: await response.readBody(0), contentLength: verbs.client === 'HEAD' ? length : undefined };
  if (length === undefined) return { body: await gatherSome(response.streamBody()), contentLength: undefined };
  if (length > MAX_PAYLOAD_BYTES) {
    response.discard();
    throw new BodyTooLargeError(MAX_PAYLOAD_BYTES);
  }
  if (length > GATHER_BODY_BYTES) return { body: response.streamBody(), contentLength: length };
  return { body: await response.readBody(GATHER_BODY_BYTES), contentLength: undefined };
}

/** The whole body when it turns out to be small, otherwise what has come of it with the rest to follow. */
async function gatherSome(source: BodySource): Promise<Buffer | BodySource> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size <= GATHER_BODY_BYTES) {
    const next = await nextChunk(iterator);
    if (next.done === true) return Buffer.concat(chunks, size);
    chunks.push(next.value);
    size += next.value.length;
  }
  return continued(chunks, size, iterator);
}

async function nextChunk(iterator: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await iterator.next();
  } catch (error) {
    throw error instanceof UpstreamError ? error : new UpstreamError('reset', String(error), { cause: error });
  }
}

async function* continued(
  gathered: readonly Uint8Array[],
  gatheredBytes: number,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let size = gatheredBytes;
  try {
    yield* gathered;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      size += next.value.length;
      if (size > MAX_PAYLOAD_BYTES) throw new BodyTooLargeError(MAX_PAYLOAD_BYTES);
      yield next.value;
    }
  } finally {
    // Nobody reads on, be it that the client left or that the limit was reached: the backend's connection goes.
    await iterator.return?.();
  }
}
