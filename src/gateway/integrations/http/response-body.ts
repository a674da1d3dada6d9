import type { BodySource, UpstreamResponse } from '../../../http/index.ts';
import { BodyTooLargeError } from '../../../http/index.ts';
import { GATHER_BODY_BYTES, MAX_PAYLOAD_BYTES } from '../../limits.ts';
import { firstHeader } from '../../text/index.ts';

/** A response's body on its way to the client, with its length where the backend declared it. */
export interface PassedBody {
  readonly body: Uint8Array | BodySource;
  /** To be declared to the client; undefined when the transport finds out by itself. */
  readonly contentLength: number | undefined;
}

/**
 * Takes over a backend's body: a small one in full, so that it goes out in one write, a larger one as it comes in. More than
 * 10 MB is refused (features A17), which for a body of undeclared length can only be noticed underway.
 * @throws {BodyTooLargeError} for a body that is declared to be larger
 * @throws {UpstreamError} when a small body does not arrive in full
 */
export async function passBody(response: UpstreamResponse, method: string): Promise<PassedBody> {
  const declared = firstHeader(response.headers, 'content-length');
  const length = declared === undefined ? undefined : Number(declared);
  if (method === 'HEAD') return { body: await response.readBody(0), contentLength: length };
  if (length !== undefined && length > MAX_PAYLOAD_BYTES) {
    response.discard();
    throw new BodyTooLargeError(MAX_PAYLOAD_BYTES);
  }
  const bodiless = response.status === 204 || response.status === 304;
  if (bodiless || (length !== undefined && length <= GATHER_BODY_BYTES))
    return { body: await response.readBody(GATHER_BODY_BYTES), contentLength: undefined };
  if (length !== undefined) return { body: response.streamBody(), contentLength: length };
  return { body: limited(response.streamBody()), contentLength: undefined };
}

async function* limited(source: BodySource): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > MAX_PAYLOAD_BYTES) throw new BodyTooLargeError(MAX_PAYLOAD_BYTES);
    yield chunk;
  }
}
