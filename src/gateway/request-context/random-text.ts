/** Fills bytes with randomness that cannot be predicted. */
export type FillRandom = (bytes: Uint8Array) => void;

/** A multiple of 12, the bytes that make whole characters of base64: enough for some hundred requests. */
const POOL_BYTES = 6_144;
/** Base64 digits are spent so many at a time: fourteen and one whose two last bits are dropped make eleven bytes. */
const DIGITS_A_GROUP = 16;
const WHOLE_DIGITS = 14;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** For each digit, by its character code, the one with the two last bits 0 (RFC 4648 section 3.5). */
const ROUNDED: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code));
  return value < 0 ? '' : ALPHABET.charAt(value & 0b111100);
});
const VARIANT = '89ab';

/**
 * Random text by the slice: bytes are drawn and spelled out for many requests at a time, because to ask for a few is
 * nearly as dear as to ask for thousands. No byte is given out twice.
 */
export class RandomText {
  readonly #fill: FillRandom;
  readonly #bytes = Buffer.alloc(POOL_BYTES);
  #hex = '';
  #hexAt = 0;
  #base64 = '';
  #base64At = 0;

  constructor(fill: FillRandom) {
    this.#fill = fill;
  }

  /** Hexadecimal digits, at most 64. */
  hex(digits: number): string {
    const at = this.#hexAt;
    const end = at + digits;
    if (end > this.#hex.length) {
      this.#fill(this.#bytes);
      this.#hex = this.#bytes.toString('hex');
      this.#hexAt = digits;
      return this.#hex.slice(0, digits);
    }
    this.#hexAt = end;
    return this.#hex.slice(at, end);
  }

  /** A UUID of version 4 (RFC 9562 section 5.4). */
  uuid(): string {
    const text = this.hex(31);
    const variant = VARIANT[Number.parseInt(text.charAt(30), 16) & 3] as string;
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(12, 15)}-${variant}${text.slice(15, 18)}-${text.slice(18, 30)}`;
  }

  /** Eleven random bytes in URL-safe base64 with padding. */
  elevenBytes(): string {
    const at = this.#base64At;
    if (at + DIGITS_A_GROUP > this.#base64.length) {
      this.#fill(this.#bytes);
      this.#base64 = this.#bytes.toString('base64url');
      this.#base64At = 0;
      return this.elevenBytes();
    }
    this.#base64At = at + DIGITS_A_GROUP;
    const last = ROUNDED[this.#base64.charCodeAt(at + WHOLE_DIGITS)] as string;
    return `${this.#base64.slice(at, at + WHOLE_DIGITS)}${last}=`;
  }
}
