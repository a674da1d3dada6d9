import { MAJOR } from './cbor-value.ts';

const FIRST_SIZE_BYTES = 512;

/** Writes CBOR data items one after the other, each in its shortest form (RFC 8949 section 4.1). */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE_BYTES);
  #length = 0;

  /** What has been written. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  arrayHead(length: number): void {
    this.#head(MAJOR.ARRAY, length);
  }

  mapHead(entries: number): void {
    this.#head(MAJOR.MAP, entries);
  }

  tagHead(tag: number): void {
    this.#head(MAJOR.TAG, tag);
  }

  text(value: string): void {
    const length = Buffer.byteLength(value, 'utf8');
    this.#head(MAJOR.TEXT, length);
    this.#reserve(length);
    this.#length += this.#bytes.write(value, this.#length, 'utf8');
  }

  byteString(value: Uint8Array): void {
    this.#head(MAJOR.BYTES, value.length);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** An integer where the number is one, a double otherwise. */
  number(value: number): void {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) this.double(value);
    else if (value >= 0) this.#head(MAJOR.UNSIGNED, value);
    else this.#head(MAJOR.NEGATIVE, -1 - value);
  }

  double(value: number): void {
    this.#reserve(9);
    this.#bytes[this.#length] = (MAJOR.SIMPLE << 5) | 27;
    this.#bytes.writeDoubleBE(value, this.#length + 1);
    this.#length += 9;
  }

  boolean(value: boolean): void {
    this.#head(MAJOR.SIMPLE, value ? 21 : 20);
  }

  null(): void {
    this.#head(MAJOR.SIMPLE, 22);
  }

  #head(major: number, argument: number): void {
    this.#reserve(9);
    const at = this.#length;
    if (argument < 24) {
      this.#bytes[at] = (major << 5) | argument;
      this.#length += 1;
    } else if (argument < 0x100) {
      this.#bytes[at] = (major << 5) | 24;
      this.#length = this.#bytes.writeUInt8(argument, at + 1);
    } else if (argument < 0x10000) {
      this.#bytes[at] = (major << 5) | 25;
      this.#length = this.#bytes.writeUInt16BE(argument, at + 1);
    } else if (argument < 0x100000000) {
      this.#bytes[at] = (major << 5) | 26;
      this.#length = this.#bytes.writeUInt32BE(argument, at + 1);
    } else {
      this.#bytes[at] = (major << 5) | 27;
      this.#length = this.#bytes.writeBigUInt64BE(BigInt(argument), at + 1);
    }
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
