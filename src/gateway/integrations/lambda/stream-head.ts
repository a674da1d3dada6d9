import type { StreamEnd } from '../../../model/index.ts';
import { DELIMITER, type ProxyHead, readStreamMetadata } from './proxy-output.ts';

/** The metadata and its delimiter stand within so many bytes (fact D70). */
const HEAD_BYTES = 16_384;

/** What a streamed answer begins with. */
export type StreamHead =
  | { readonly kind: 'head'; readonly head: ProxyHead; readonly rest: Uint8Array }
  | { readonly kind: 'malformed' }
  /** The function failed before it had sent the metadata. */
  | { readonly kind: 'failed' };

/** Reads an answer until its metadata is complete, and no further. */
export async function readStreamHead(body: AsyncIterator<Uint8Array, StreamEnd>): Promise<StreamHead> {
  let read = Buffer.alloc(0);
  for (;;) {
    const next = await body.next();
    if (next.done === true) return { kind: next.value.error === undefined ? 'malformed' : 'failed' };
    read = Buffer.concat([read, next.value]);
    const end = read.subarray(0, HEAD_BYTES).indexOf(DELIMITER);
    if (end >= 0) {
      const head = readStreamMetadata(read.subarray(0, end));
      const rest = read.subarray(end + DELIMITER.length);
      return head === undefined ? { kind: 'malformed' } : { kind: 'head', head, rest };
    }
    if (read.length >= HEAD_BYTES) return { kind: 'malformed' };
  }
}
