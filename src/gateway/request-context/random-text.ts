/** Fills bytes with randomness that cannot be predicted. */
export type FillRandom = (bytes: Uint8Array) => void;

/** How many texts are made at a time: to ask for a few random bytes is nearly as dear as to ask for thousands. */
const TEXTS = 256;

/** Makes so many texts from random bytes that they fill `into`, one behind the other. */
type Spell = (random: Uint8Array, into: Uint8Array) => void;

/** Random texts of one length, spelled out by the hundred and given out one by one. No random byte serves twice. */
class TextPool {
  readonly #length: number;
  readonly #random: Uint8Array;
  readonly #fill: FillRandom;
  readonly #spell: Spell;
  readonly #spelled: Buffer;
  #texts = '';
  #at = 0;

  constructor(length: number, randomBytes: number, fill: FillRandom, spell: Spell) {
    this.#length = length;
    this.#random = new Uint8Array(TEXTS * randomBytes);
    this.#fill = fill;
    this.#spell = spell;
    this.#spelled = Buffer.alloc(TEXTS * length);
  }

  next(): string {
    if (this.#at === this.#texts.length) {
      this.#fill(this.#random);
      this.#spell(this.#random, this.#spelled);
      this.#texts = this.#spelled.toString('latin1');
      this.#at = 0;
    }
    const start = this.#at;
    this.#at += this.#length;
    return this.#texts.slice(start, this.#at);
  }
}

/** The random parts of ids. */
export class RandomText {
  readonly #uuids: TextPool;
  readonly #elevens: TextPool;
  readonly #traces: TextPool;

  constructor(fill: FillRandom) {
    this.#uuids = new TextPool(36, 16, fill, spellUuids);
    this.#elevens = new TextPool(16, 11, fill, spellElevens);
    this.#traces = new TextPool(24, 12, fill, spellTraces);
  }

  /** A UUID of version 4 (RFC 9562 section 5.4). */
  uuid(): string {
    return this.#uuids.next();
  }

  /** Eleven random bytes in URL-safe base64 with padding. */
  elevenBytes(): string {
    return this.#elevens.next();
  }

  /** Twelve random bytes in hexadecimal. */
  twelveBytes(): string {
    return this.#traces.next();
  }
}

/** The characters of a text by their codes. */
const codes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const HEX = codes('0123456789abcdef');
const BASE64 = codes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const DASH = 0x2d;
const PADDING = 0x3d;

function writeHex(byte: number, into: Uint8Array, at: number): number {
  into[at] = HEX[byte >> 4] as number;
  into[at + 1] = HEX[byte & 0x0f] as number;
  return at + 2;
}

function spellTraces(random: Uint8Array, into: Uint8Array): void {
  let at = 0;
  for (const byte of random) at = writeHex(byte, into, at);
}

function spellUuids(random: Uint8Array, into: Uint8Array): void {
  let at = 0;
  for (let n = 0; n < random.length; n++) {
    const place = n & 15;
    if (place === 4 || place === 6 || place === 8 || place === 10) into[at++] = DASH;
    let byte = random[n] as number;
    if (place === 6) byte = (byte & 0x0f) | 0x40;
    if (place === 8) byte = (byte & 0x3f) | 0x80;
    at = writeHex(byte, into, at);
  }
}

/** Base64 with the alphabet of RFC 4648 section 5: fifteen digits, of which the last has four bits, and the padding. */
function spellElevens(random: Uint8Array, into: Uint8Array): void {
  let at = 0;
  for (let start = 0; start < random.length; start += 11) {
    for (let digit = 0; digit < 15; digit++) {
      const bit = digit * 6;
      const byte = start + (bit >> 3);
      const next = digit === 14 ? 0 : (random[byte + 1] as number);
      const bits = ((((random[byte] as number) << 8) | next) >> (10 - (bit & 7))) & 0x3f;
      into[at++] = BASE64[bits] as number;
    }
    into[at++] = PADDING;
  }
}
