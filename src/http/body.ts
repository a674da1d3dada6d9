import { Readable } from 'node:stream';
import type { BodySource } from './exchange.ts';

export const EMPTY_BODY: Buffer = Buffer.alloc(0);

/** Tells a source that nobody will read it. */
export function releaseBody(source: BodySource): void {
  // The iterator of a stream that nobody has begun to read does not destroy it.
  if (source instanceof Readable) {
    source.on('error', () => undefined);
    source.destroy();
    return;
  }
  // A source that fails to stop has nobody left who would care.
  source[Symbol.asyncIterator]()
    .return?.()
    .catch(() => undefined);
}
