const EMPTY = Buffer.alloc(0);
const LEAST_BYTES = 512;

/** Bytes that have come and cannot be used yet: an unfinished head, or requests behind the one being answered. */
export class Carry {
  #bytes: Buffer = EMPTY;
  #length = 0;

  /** What is kept, from 0 to `length`; what lies behind is of no meaning. Overwritten by the next `append`. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  get length(): number {
    return this.#length;
  }

  append(bytes: Buffer, start: number, end: number): void {
    const length = this.#length + end - start;
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, this.#bytes.length * 2, LEAST_BYTES));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    bytes.copy(this.#bytes, this.#length, start, end);
    this.#length = length;
  }

  /** Forgets the first `count` bytes; with the last of them goes the memory. */
  drop(count: number): void {
    this.#length -= count;
    if (this.#length === 0) this.#bytes = EMPTY;
    else if (count > 0) this.#bytes.copyWithin(0, count, count + this.#length);
  }
}
