import type { BodySource, UpstreamResponse } from '../../../http/index.ts';
import { BodyTooLargeError, UpstreamError } from '../../../http/index.ts';
import { GATHER_BODY_BYTES } from '../../limits.ts';
import { firstHeader } from '../../text/index.ts';
import { gatherSome } from './gather-some.ts';

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
 * comes in. What is larger than the limit is refused, which for a body of undeclared length can only be noticed underway.
 * @throws {BodyTooLargeError} for a body that is declared to be larger
 * @throws {UpstreamError} when a small body does not arrive in full
 */
export async function passBody(response: UpstreamResponse, verbs: Verbs, limitBytes: number): Promise<PassedBody> {
  const declared = firstHeader(response.headers, 'content-length');
  const length = declared === undefined ? undefined : Number(declared);
  if (verbs.backend === 'HEAD')
    return { body: await response.readBody(0), contentLength: verbs.client === 'HEAD' ? length : undefined };
  if (length === undefined) {
    const body = await gatherSome(response.streamBody(), limitBytes).catch(broken);
    return { body, contentLength: undefined };
  }
  if (length > limitBytes) {
    response.discard();
    throw new BodyTooLargeError(limitBytes);
  }
  if (length > GATHER_BODY_BYTES) return { body: response.streamBody(), contentLength: length };
  return { body: await response.readBody(GATHER_BODY_BYTES), contentLength: undefined };
}

function broken(error: unknown): never {
  throw error instanceof UpstreamError ? error : new UpstreamError('reset', String(error), { cause: error });
}
