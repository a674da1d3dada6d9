import { isUtf8 } from 'node:buffer';
import { DECODING_LIMITS } from '../limits.ts';
import { SerializationError } from '../serialization-error.ts';
import { CborTag, type CborValue, MAJOR } from './cbor-value.ts';
import { readHalf } from './half-float.ts';

/** The additional information that says "until a break" (RFC 8949 section 3.2). */
const INDEFINITE = 31;
const BREAK = 0xff;

/**
 * Reads one CBOR data item that fills `bytes` (RFC 8949, appendix C). Nothing is allocated on a length's word alone, and
 * depth is bounded.
 * @throws {SerializationError} when it is not well-formed, has map keys other than text, or goes on after the item
 */
export function readCbor(bytes: Buffer): CborValue {
  const reader = new CborReader(bytes);
  const value = reader.item(0);
  if (!reader.isAtEnd()) throw malformed();
  return value;
}

class CborReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  item(depth: number): CborValue {
    if (depth > DECODING_LIMITS.depth) throw new SerializationError('The request is nested too deeply.');
    const head = this.#byte();
    const major = head >> 5;
    const info = head & 31;
    switch (major) {
      case MAJOR.UNSIGNED:
        return this.#argument(info);
      case MAJOR.NEGATIVE:
        return -1 - this.#argument(info);
      case MAJOR.BYTES:
        return this.#string(major, info);
      case MAJOR.TEXT:
        return this.#text(info);
      case MAJOR.ARRAY:
        return this.#array(info, depth);
      case MAJOR.MAP:
        return this.#map(info, depth);
      case MAJOR.TAG:
        return new CborTag(this.#argument(info), this.item(depth + 1));
      default:
        return this.#simple(info);
    }
  }

  /** The number that an item's first byte holds or announces. */
  #argument(info: number): number {
    if (info < 24) return info;
    switch (info) {
      case 24:
        return this.#byte();
      case 25:
        return this.#take(2).readUInt16BE();
      case 26:
        return this.#take(4).readUInt32BE();
      case 27:
        return Number(this.#take(8).readBigUInt64BE());
      default:
        throw malformed();
    }
  }

  /** Bytes or text; of indefinite length, it is a run of definite strings of the same kind. */
  #string(major: number, info: number): Buffer {
    if (info !== INDEFINITE) return this.#take(this.#argument(info));
    const chunks: Buffer[] = [];
    for (let head = this.#byte(); head !== BREAK; head = this.#byte()) {
      if (head >> 5 !== major || (head & 31) === INDEFINITE) throw malformed();
      chunks.push(this.#string(major, head & 31));
    }
    return Buffer.concat(chunks);
  }

  #text(info: number): string {
    const bytes = this.#string(MAJOR.TEXT, info);
    if (!isUtf8(bytes)) throw new SerializationError('The request body is not valid UTF-8.');
    return bytes.toString('utf8');
  }

  #array(info: number, depth: number): readonly CborValue[] {
    const items: CborValue[] = [];
    for (const _ of this.#count(info)) items.push(this.item(depth + 1));
    return items;
  }

  #map(info: number, depth: number): ReadonlyMap<string, CborValue> {
    const entries = new Map<string, CborValue>();
    for (const _ of this.#count(info)) {
      const key = this.item(depth + 1);
      if (typeof key !== 'string') throw malformed();
      entries.set(key, this.item(depth + 1));
    }
    return entries;
  }

  /** Turns once for each item of an array or entry of a map. */
  *#count(info: number): Iterable<void> {
    if (info !== INDEFINITE) {
      const count = this.#argument(info);
      for (let index = 0; index < count; index += 1) yield;
      return;
    }
    while (this.#bytes[this.#at] !== BREAK) yield;
    this.#at += 1;
  }

  #simple(info: number): CborValue {
    switch (info) {
      case 20:
        return false;
      case 21:
        return true;
      case 22:
        return null;
      case 23:
        return undefined;
      case 25:
        return readHalf(this.#take(2).readUInt16BE());
      case 26:
        return this.#take(4).readFloatBE();
      case 27:
        return this.#take(8).readDoubleBE();
      default:
        throw malformed();
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw malformed();
    this.#at += 1;
    return byte;
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw malformed();
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}

function malformed(): SerializationError {
  return new SerializationError('The request body is not valid CBOR.');
}
