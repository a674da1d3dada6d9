import { CR, TAB } from './characters.ts';
import { type FieldName, knownName, roleOf } from './field-name.ts';
import type { HeadReader } from './head-reader.ts';
import { MessageError } from './message-error.ts';

/** The fields of a head, and what they say about framing and connection. */
export class Fields {
  /** Name, value, name, value, ... as received. */
  readonly headers: string[];
  /** The value of `Content-Length`; -1 when there is none. */
  contentLength = -1;
  /** `Transfer-Encoding: chunked` is there. */
  chunked = false;
  /** `Connection` lists `close`. */
  close = false;
  /** `Connection` lists `keep-alive`. */
  keepAlive = false;
  /** There is an `Expect: 100-continue`. */
  expectsContinue = false;
  /** For how many milliseconds `Keep-Alive: timeout=` promises to keep the connection; undefined when it does not say. */
  keepAliveMs: number | undefined = undefined;
  /** The value of the one `Host` field. */
  host: string | undefined = undefined;
  #hasUpgrade = false;
  #listsUpgrade = false;

  /**
   * @param text the whole head, one character a byte
   * @throws {MessageError} for framing or host fields that RFC 9110 and 9112 forbid
   */
  constructor(reader: HeadReader, bytes: Uint8Array, start: number, text: string) {
    const count = reader.fieldCount;
    const headers = new Array<string>(count * 2);
    for (let i = 0; i < count; i++) {
      const nameStart = reader.nameStart(i);
      const nameEnd = reader.nameEnd(i);
      const value = text.slice(reader.valueStart(i), reader.valueEnd(i));
      const known = knownName(bytes, start + nameStart, start + nameEnd);
      const name = known === undefined ? text.slice(nameStart, nameEnd) : known.text;
      headers[2 * i] = name;
      headers[2 * i + 1] = value;
      const role: FieldName['role'] = known === undefined ? roleOf(name) : known.role;
      if (role === undefined) continue;
      this.#take(role, value);
      noTabBehind(bytes, start + reader.valueEnd(i));
    }
    this.headers = headers;
    if (this.chunked && this.contentLength !== -1) {
      throw new MessageError('Both Content-Length and Transfer-Encoding (RFC 9112 section 6.3).');
    }
  }

  #take(role: NonNullable<FieldName['role']>, value: string): void {
    switch (role) {
      case 'host':
        if (this.host !== undefined) throw new MessageError('More than one Host.');
        this.host = value;
        return;
      case 'content-length':
        // A repeated one is refused even when both agree: recipients behind us may see only one of them.
        if (this.contentLength !== -1) throw new MessageError('More than one Content-Length.');
        this.contentLength = lengthOf(value);
        return;
      case 'transfer-encoding':
        if (this.chunked || !isChunked(value)) throw new MessageError('A transfer coding other than one chunked.');
        this.chunked = true;
        return;
      case 'connection':
        this.#takeConnection(value);
        return;
      case 'keep-alive':
        this.keepAliveMs = timeoutOf(value);
        return;
      case 'upgrade':
        this.#hasUpgrade = true;
        return;
      case 'expect':
        this.expectsContinue = value.toLowerCase() === '100-continue';
    }
  }

  #takeConnection(value: string): void {
    // What nearly all messages say needs no splitting.
    if (value === 'keep-alive') {
      this.keepAlive = true;
      return;
    }
    if (value === 'close') {
      this.close = true;
      return;
    }
    for (const option of value.toLowerCase().split(',')) {
      const name = option.trim();
      if (name === 'close') this.close = true;
      else if (name === 'keep-alive') this.keepAlive = true;
      else if (name === 'upgrade') this.#listsUpgrade = true;
    }
  }

  /** `Upgrade` is there and `Connection` lists it: the protocol is to change (RFC 9110 section 7.8). */
  get upgrade(): boolean {
    return this.#hasUpgrade && this.#listsUpgrade;
  }
}

/** `1*DIGIT`, up to the largest number that is held exactly. */
function lengthOf(value: string): number {
  if (value.length === 0 || value.length > 16) throw new MessageError('A malformed Content-Length.');
  let length = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = value.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) throw new MessageError('A malformed Content-Length.');
    length = length * 10 + digit;
  }
  if (!Number.isSafeInteger(length)) throw new MessageError('A Content-Length beyond all measure.');
  return length;
}

/** White space behind a value means nothing, but recipients do not agree on a tab behind what frames and steers. */
function noTabBehind(bytes: Uint8Array, valueEnd: number): void {
  for (let at = valueEnd; bytes[at] !== CR; at++) {
    if (bytes[at] === TAB) throw new MessageError('A tab behind a field that frames the message.');
  }
}

/** RFC 2068 section 19.7.1.1; a hint, so what cannot be understood says nothing. */
function timeoutOf(value: string): number | undefined {
  const seconds = /(?:^|,)\s*timeout=([0-9]{1,6})\s*(?:,|$)/i.exec(value)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function isChunked(value: string): boolean {
  return value === 'chunked' || value.toLowerCase() === 'chunked';
}
