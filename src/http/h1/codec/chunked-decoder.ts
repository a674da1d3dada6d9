import type { BodyDecoder, BytesTarget } from './body-decoder.ts';
import { COLON, CR, FIELD_VALUE, LF, TOKEN } from './characters.ts';
import { roleOf } from './field-name.ts';
import { MAX_CHUNK_EXTENSION_BYTES, MAX_CHUNK_SIZE_DIGITS, MAX_TRAILER_BYTES } from './limits.ts';
import { MessageError } from './message-error.ts';

const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where in RFC 9112 section 7.1's grammar the next byte stands. */
type State =
  | 'size'
  | 'size-lf'
  | 'extension-name'
  | 'extension-value'
  | 'extension-token'
  | 'extension-quoted'
  | 'extension-escaped'
  | 'extension-end'
  | 'data'
  | 'data-cr'
  | 'data-lf'
  | 'trailer-line'
  | 'trailer-name'
  | 'trailer-value'
  | 'trailer-lf'
  | 'last-lf'
  | 'done';

/**
 * The chunked transfer coding, strictly: CRLF ends every line, sizes are bare hexadecimal, extensions follow the grammar
 * without the "bad" whitespace that it tolerates. Extensions and trailer fields are checked, counted and dropped.
 */
export class ChunkedDecoder implements BodyDecoder {
  readonly endsAtClose = false;
  #state: State = 'size';
  /** While a size is read: its value so far. In data: the bytes still to come. */
  #size = 0;
  #digits = 0;
  /** Bytes since the current name or value began: neither may be empty. */
  #run = 0;
  #extensionBytes = 0;
  #trailerBytes = 0;
  #trailerName = '';

  get done(): boolean {
    return this.#state === 'done';
  }

  decode(bytes: Buffer, start: number, end: number, target: BytesTarget): number {
    let at = start;
    while (at < end && this.#state !== 'done') {
      if (this.#state === 'data') {
        const stop = Math.min(end, at + this.#size);
        this.#size -= stop - at;
        target.onBytes(bytes.subarray(at, stop));
        at = stop;
        if (this.#size === 0) this.#state = 'data-cr';
      } else {
        this.#state = this.#step(this.#state, bytes[at] as number);
        at++;
      }
    }
    return at;
  }

  #step(state: State, byte: number): State {
    switch (state) {
      case 'size':
        return this.#stepSize(byte);
      case 'size-lf':
        expect(byte, LF);
        return this.#afterSizeLine();
      case 'data-cr':
        expect(byte, CR);
        return 'data-lf';
      case 'data-lf':
        expect(byte, LF);
        return this.#nextSize();
      case 'trailer-line':
      case 'trailer-name':
      case 'trailer-value':
        return this.#stepTrailer(state, byte);
      case 'trailer-lf':
        expect(byte, LF);
        return 'trailer-line';
      case 'last-lf':
        expect(byte, LF);
        return 'done';
      default:
        return this.#stepExtension(state, byte);
    }
  }

  #stepSize(byte: number): State {
    const digit = hexDigit(byte);
    if (digit === -1) {
      if (this.#digits === 0) throw new MessageError('A chunk size that is not hexadecimal.');
      return this.#afterToken(byte);
    }
    this.#digits++;
    if (this.#digits > MAX_CHUNK_SIZE_DIGITS) throw new MessageError('A chunk size beyond all measure.');
    this.#size = this.#size * 16 + digit;
    return 'size';
  }

  #nextSize(): State {
    this.#size = 0;
    this.#digits = 0;
    return 'size';
  }

  #afterSizeLine(): State {
    return this.#size === 0 ? 'trailer-line' : 'data';
  }

  #stepExtension(state: State, byte: number): State {
    this.#extensionBytes++;
    if (this.#extensionBytes > MAX_CHUNK_EXTENSION_BYTES)
      throw new MessageError('Chunk extensions beyond all measure.');
    switch (state) {
      case 'extension-name':
        if (TOKEN[byte] === 1) {
          this.#run++;
          return state;
        }
        if (this.#run === 0) throw new MessageError('A chunk extension without a name.');
        return byte === EQUALS ? 'extension-value' : this.#afterToken(byte);
      case 'extension-value':
        if (byte === QUOTE) return 'extension-quoted';
        if (TOKEN[byte] === 0) throw new MessageError('A chunk extension without its value.');
        return 'extension-token';
      case 'extension-token':
        return TOKEN[byte] === 1 ? state : this.#afterToken(byte);
      case 'extension-quoted':
        if (byte === QUOTE) return 'extension-end';
        if (FIELD_VALUE[byte] === 0) throw new MessageError('A control character in a chunk extension.');
        return byte === BACKSLASH ? 'extension-escaped' : state;
      case 'extension-escaped':
        if (FIELD_VALUE[byte] === 0) throw new MessageError('A control character in a chunk extension.');
        return 'extension-quoted';
      default:
        return this.#afterToken(byte);
    }
  }

  /** What may follow a size, an extension's name or its value. */
  #afterToken(byte: number): State {
    if (byte === CR) return 'size-lf';
    if (byte !== SEMICOLON) throw new MessageError('A chunk size line that is malformed.');
    this.#run = 0;
    return 'extension-name';
  }

  #stepTrailer(state: State, byte: number): State {
    this.#trailerBytes++;
    if (this.#trailerBytes > MAX_TRAILER_BYTES) throw new MessageError('The trailer section is too large.');
    if (state === 'trailer-value') {
      if (byte === CR) return 'trailer-lf';
      if (FIELD_VALUE[byte] === 0) throw new MessageError('A control character in a trailer field.');
      return state;
    }
    if (state === 'trailer-line' && byte === CR) return 'last-lf';
    if (state === 'trailer-name' && byte === COLON) {
      // Too late to frame the message or to steer its connection (RFC 9110 section 6.5.1).
      if (roleOf(this.#trailerName) !== undefined)
        throw new MessageError('A trailer field that belongs into the head.');
      return 'trailer-value';
    }
    if (TOKEN[byte] === 0) throw new MessageError('A trailer field whose name is not a token with its colon.');
    if (state === 'trailer-line') this.#trailerName = '';
    this.#trailerName += String.fromCharCode(byte);
    return 'trailer-name';
  }
}

function expect(byte: number, expected: number): void {
  if (byte !== expected) throw new MessageError('A line end in a chunked body that is not CRLF.');
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
