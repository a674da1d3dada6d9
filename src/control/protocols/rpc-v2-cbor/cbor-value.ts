/**
 * What a CBOR data item is once read (RFC 8949). Maps keep their keys in a `Map`, so that no key can touch a prototype;
 * integers beyond 2^53 lose precision as they do everywhere in JavaScript.
 */
export type CborValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly CborValue[]
  | ReadonlyMap<string, CborValue>
  | CborTag;

/** A tagged item (RFC 8949 section 3.4); tag 1 is a point in time. */
export class CborTag {
  readonly tag: number;
  readonly value: CborValue;

  constructor(tag: number, value: CborValue) {
    this.tag = tag;
    this.value = value;
  }
}

/** Seconds since the epoch (RFC 8949 section 3.4.2). */
export const EPOCH_TAG = 1;

/** The first three bits of an item (RFC 8949 section 3.1). */
export const MAJOR = { UNSIGNED: 0, NEGATIVE: 1, BYTES: 2, TEXT: 3, ARRAY: 4, MAP: 5, TAG: 6, SIMPLE: 7 } as const;
