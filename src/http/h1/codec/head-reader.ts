import { COLON, CR, FIELD_VALUE, LF, SP, TAB, TOKEN } from './characters.ts';
import { type HeadLimits, MAX_FIELDS } from './limits.ts';
import { MessageError } from './message-error.ts';

/**
 * Judges a start line as soon as it has come, so that what speaks something else need not be waited for.
 * @param begin its first byte in `bytes`
 * @param end its CR
 * @returns whatever the reader of the head wants to know of it later
 * @throws {MessageError} for a line that must be refused
 */
export type StartLineCheck = (bytes: Uint8Array, begin: number, end: number) => number;

/** Where a field lies, as four offsets from the head's first byte: name, end of name, value, end of value. */
const SLOTS = 4;

/**
 * Finds the lines of a head and the fields in them, strictly (RFC 9112 sections 2 and 5): CRLF ends every line, a name is
 * a token that the colon follows at once, a value has no control characters, no line is folded. It makes no strings and
 * keeps no bytes: offsets are relative to the head's first byte, so the caller may move an unfinished head as it grows.
 */
export class HeadReader {
  /** Offsets of the fields, {@link SLOTS} each; grows with the longest head seen. */
  #offsets: Int32Array = new Int32Array(32 * SLOTS);
  #fieldCount = 0;
  #startLineBegin = 0;
  #startLineEnd = -1;
  /** The first byte of the line to read next: where an unfinished head is taken up again. */
  #position = 0;
  /** Bytes of an unfinished head that have been looked at. */
  #seen = 0;
  readonly #limits: HeadLimits;
  readonly #mayBeginEmpty: boolean;
  readonly #checkStartLine: StartLineCheck;
  #startLine = 0;

  /** @param mayBeginEmpty one empty line before the start line is skipped (RFC 9112 section 2.2, for requests) */
  constructor(limits: HeadLimits, mayBeginEmpty: boolean, checkStartLine: StartLineCheck) {
    this.#limits = limits;
    this.#mayBeginEmpty = mayBeginEmpty;
    this.#checkStartLine = checkStartLine;
  }

  /** What the check of the start line gave. */
  get startLine(): number {
    return this.#startLine;
  }

  get fieldCount(): number {
    return this.#fieldCount;
  }

  /** Offset of the start line's first byte: 0, or 2 after an empty line. */
  get startLineBegin(): number {
    return this.#startLineBegin;
  }

  /** Offset of the CR that ends the start line. */
  get startLineEnd(): number {
    return this.#startLineEnd;
  }

  /** Bytes of the head up to and with its last line end, once `read` has given true. */
  get length(): number {
    return this.#position;
  }

  nameStart(field: number): number {
    return this.#offsets[field * SLOTS] as number;
  }

  nameEnd(field: number): number {
    return this.#offsets[field * SLOTS + 1] as number;
  }

  valueStart(field: number): number {
    return this.#offsets[field * SLOTS + 2] as number;
  }

  valueEnd(field: number): number {
    return this.#offsets[field * SLOTS + 3] as number;
  }

  /** Forgets the head that it has read. */
  reset(): void {
    this.#fieldCount = 0;
    this.#startLineBegin = 0;
    this.#startLineEnd = -1;
    this.#position = 0;
    this.#seen = 0;
  }

  /**
   * Reads on. Call it again with the same head from its first byte, and more bytes behind, when it gives false.
   * @param start the head's first byte in `bytes`
   * @param end behind the last byte that has come
   * @returns true when the head is complete
   * @throws {MessageError} for what RFC 9112 forbids, and beyond the limits
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const complete =
      this.#hasNewLine(bytes, start, end) &&
      this.#readStartLine(bytes, start, end) &&
      this.#readFields(bytes, start, end);
    this.#seen = end - start;
    const length = complete ? this.#position : end - start;
    if (length > this.#limits.maxHeadBytes) throw new MessageError('The head is too large.', 431);
    if (this.#startLineEnd === -1) this.#limitStartLine(length);
    return complete;
  }

  /**
   * Whether it is worth reading the unfinished line again. Without this, a client that sends a long line byte by byte
   * would make us read it as often as it has bytes.
   */
  #hasNewLine(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#seen === 0) return true;
    for (let at = start + this.#seen; at < end; at++) if (bytes[at] === LF) return true;
    return false;
  }

  #limitStartLine(end: number): void {
    if (end - this.#startLineBegin > this.#limits.maxStartLineBytes) {
      throw new MessageError('The start line is too long.', 414);
    }
  }

  #readStartLine(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#startLineEnd !== -1) return true;
    if (this.#mayBeginEmpty && this.#startLineBegin === 0 && bytes[start] === CR) {
      if (end - start < 2) return false;
      if (bytes[start + 1] !== LF) throw new MessageError('A carriage return without its line feed.');
      this.#startLineBegin = 2;
    }
    let at = start + this.#startLineBegin;
    // What speaks another protocol (TLS, for one) is told so at once and not when it has waited long enough.
    if (at < end && TOKEN[bytes[at] as number] === 0) throw new MessageError('The start line begins with no token.');
    while (at < end && bytes[at] !== CR) {
      if (bytes[at] === LF) throw new MessageError('A line feed without its carriage return.');
      at++;
    }
    if (end - at < 2) return false;
    if (bytes[at + 1] !== LF) throw new MessageError('A carriage return without its line feed.');
    this.#limitStartLine(at - start);
    this.#startLine = this.#checkStartLine(bytes, start + this.#startLineBegin, at);
    this.#startLineEnd = at - start;
    this.#position = at - start + 2;
    return true;
  }

  #readFields(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start + this.#position;
    while (at < end) {
      if (bytes[at] === CR) return this.#readEmptyLine(bytes, start, at, end);

      // Reading a byte once, and past `end` never, keeps these two loops at about a nanosecond a byte.
      const nameStart = at;
      let byte = bytes[at] as number;
      while (TOKEN[byte] === 1 && ++at < end) byte = bytes[at] as number;
      if (at >= end) return false;
      if (byte !== COLON || at === nameStart) throw badName(bytes[nameStart] as number);
      const nameEnd = at++;

      while (at < end && (bytes[at] === SP || bytes[at] === TAB)) at++;
      const valueStart = at;
      while (at < end && FIELD_VALUE[bytes[at] as number] === 1) at++;
      if (at < end && bytes[at] !== CR) throw badValue(bytes[at] as number);
      if (end - at < 2) return false;
      if (bytes[at + 1] !== LF) throw badValue(CR);
      let valueEnd = at;
      while (valueEnd > valueStart && (bytes[valueEnd - 1] === SP || bytes[valueEnd - 1] === TAB)) valueEnd--;
      at += 2;

      this.#keep(nameStart - start, nameEnd - start, valueStart - start, valueEnd - start);
      this.#position = at - start;
    }
    return false;
  }

  #readEmptyLine(bytes: Uint8Array, start: number, at: number, end: number): boolean {
    if (end - at < 2) return false;
    if (bytes[at + 1] !== LF) throw new MessageError('A carriage return without its line feed.');
    this.#position = at - start + 2;
    return true;
  }

  #keep(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    if (this.#fieldCount === MAX_FIELDS) throw new MessageError('There are too many header fields.', 431);
    const slot = this.#fieldCount * SLOTS;
    if (slot === this.#offsets.length) {
      const longer = new Int32Array(this.#offsets.length * 2);
      longer.set(this.#offsets);
      this.#offsets = longer;
    }
    this.#offsets[slot] = nameStart;
    this.#offsets[slot + 1] = nameEnd;
    this.#offsets[slot + 2] = valueStart;
    this.#offsets[slot + 3] = valueEnd;
    this.#fieldCount++;
  }
}

function badName(first: number): MessageError {
  const folded = first === SP || first === TAB;
  return new MessageError(folded ? 'A folded header line.' : 'A header name that is not a token with its colon.');
}

function badValue(byte: number): MessageError {
  if (byte === CR) return new MessageError('A carriage return without its line feed.');
  if (byte === LF) return new MessageError('A line feed without its carriage return.');
  return new MessageError('A control character in a header value.');
}
