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

/** Two digits a byte. @returns the place behind the last one */
function writeHex(random: Uint8Array, from: number, to: number, into: Uint8Array, start: number): number {
  let at = start;
  for (let n = from; n < to; n++) {
    const byte = random[n] as number;
    into[at++] = HEX[byte >> 4] as number;
    into[at++] = HEX[byte & 0x0f] as number;
  }
  return at;
}

function spellTraces(random: Uint8Array, into: Uint8Array): void {
  writeHex(random, 0, random.length, into, 0);
}

/** Groups of 4, 2, 2, 2 and 6 bytes, with the version in the first digit of the third and the variant in the fourth. */
function spellUuids(random: Uint8Array, into: Uint8Array): void {
  let at = 0;
  for (let n = 0; n < random.length; n += 16) {
    random[n + 6] = ((random[n + 6] as number) & 0x0f) | 0x40;
    random[n + 8] = ((random[n + 8] as number) & 0x3f) | 0x80;
    at = writeHex(random, n, n + 4, into, at);
    into[at++] = DASH;
    at = writeHex(random, n + 4, n + 6, into, at);
    into[at++] = DASH;
    at = writeHex(random, n + 6, n + 8, into, at);
    into[at++] = DASH;
    at = writeHex(random, n + 8, n + 10, into, at);
    into[at++] = DASH;
    at = writeHex(random, n + 10, n + 16, into, at);
  }
}

/** Base64 with the alphabet of RFC 4648 section 5: fifteen digits, of which the last has four bits, and the padding. */
function spellElevens(random: Uint8Array, into: Uint8Array): void {
  let at = 0;
  for (let n = 0; n < random.length; n += 11) {
    for (let group = n; group < n + 9; group += 3) {
      at = writeDigits(bits(random, group, 3), 18, into, at);
    }
    at = writeDigits(bits(random, n + 9, 2) << 2, 12, into, at);
    into[at++] = PADDING;
  }
}

function bits(random: Uint8Array, start: number, bytes: number): number {
  let value = 0;
  for (let n = start; n < start + bytes; n++) value = (value << 8) | (random[n] as number);
  return value;
}

/** A digit for every six bits, the highest first. @returns the place behind the last one */
function writeDigits(value: number, highest: number, into: Uint8Array, start: number): number {
  let at = start;
  for (let shift = highest; shift >= 0; shift -= 6) into[at++] = BASE64[(value >> shift) & 0x3f] as number;
  return at;
}
