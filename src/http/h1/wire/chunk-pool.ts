/** As large as the largest piece that one read gives. */
const CHUNK_BYTES = 65_536;
/** Chunks that are kept for the next: a megabyte. */
const MOST_FREE = 16;

/**
 * Buffers for pieces of bodies that have to wait until they can leave. A stream uses the same few over and over; made anew
 * for every piece, they would pile up until the garbage collector sees to them.
 */
export class ChunkPool {
  readonly #free: Buffer[] = [];

  /** @returns a buffer of at least `bytes`, of any content */
  take(bytes: number): Buffer {
    if (bytes > CHUNK_BYTES) return Buffer.allocUnsafeSlow(bytes);
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(CHUNK_BYTES);
  }

  /** Gives back what `take` gave, once nobody reads it any more. */
  give(chunk: Buffer): void {
    if (chunk.length === CHUNK_BYTES && this.#free.length < MOST_FREE) this.#free.push(chunk);
  }
}
