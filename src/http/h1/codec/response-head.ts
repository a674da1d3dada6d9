import type { HeaderList } from '../../exchange.ts';
import { FIELD_VALUE, SP } from './characters.ts';
import { Fields } from './fields.ts';
import { HeadReader } from './head-reader.ts';
import type { HeadLimits } from './limits.ts';
import { MessageError } from './message-error.ts';

/** The head of a response, with what follows from it for its body and its connection. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: HeaderList;
  /** Bytes of the body, 0 for none. */
  readonly bodyLength: number | 'chunked' | 'until-close';
  /** The server lets the connection be used again. */
  readonly keepAlive: boolean;
  /** For how long the server says it will keep the connection without a request; undefined when it does not say. */
  readonly keepAliveMs: number | undefined;
  readonly headBytes: number;
}

/** `HTTP/1.x SP 3DIGIT`; the reason, and even the space before it, may be missing in practice. */
const STATUS_BYTES = 12;
const MINOR_AT = 7;
const HTTP_1 = Buffer.from('HTTP/1.', 'latin1');

/** Reads the heads of responses, one after the other (RFC 9112 sections 4 to 6). */
export class ResponseHeadReader {
  readonly #reader: HeadReader;

  constructor(limits: HeadLimits) {
    this.#reader = new HeadReader(limits, false, checkStatusLine);
  }

  /**
   * Reads a head; given an unfinished one, call it again with the same head from its first byte and more bytes behind.
   * @param method of the request that this answers: it decides whether there is a body
   * @returns undefined when the head is not complete
   * @throws {MessageError} for a head that must be refused; the reader is then of no more use
   */
  read(bytes: Buffer, start: number, end: number, method: string): ResponseHead | undefined {
    const reader = this.#reader;
    if (!reader.read(bytes, start, end)) return undefined;
    const head = toResponseHead(reader, bytes, start, method);
    reader.reset();
    return head;
  }

  /** Forgets an unfinished head. */
  reset(): void {
    this.#reader.reset();
  }
}

function toResponseHead(reader: HeadReader, bytes: Buffer, start: number, method: string): ResponseHead {
  const status = reader.startLine;
  const minor = bytes[start + MINOR_AT] === 0x31 ? 1 : 0;
  const text = bytes.toString('latin1', start, start + reader.length);
  const fields = new Fields(reader, bytes, start, text);
  if (minor === 0 && fields.chunked) throw new MessageError('A transfer coding in HTTP/1.0 (RFC 9112 section 6.1).');
  const bodyLength = bodyLengthOf(method, status, fields);
  const keepAlive = bodyLength !== 'until-close' && !fields.close && (minor === 1 || fields.keepAlive);
  if (status < 200 && !keepAlive) throw new MessageError('An interim response behind which nothing may follow.');
  return {
    status,
    headers: fields.headers,
    bodyLength,
    keepAlive,
    keepAliveMs: fields.keepAliveMs,
    headBytes: reader.length,
  };
}

/** @returns the status */
function checkStatusLine(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < STATUS_BYTES) throw badStatusLine();
  for (let i = 0; i < HTTP_1.length; i++) if (bytes[start + i] !== HTTP_1[i]) throw badStatusLine();
  const minor = digit(bytes[start + MINOR_AT]);
  if (minor > 1 || bytes[start + 8] !== SP) throw badStatusLine();
  const status = digit(bytes[start + 9]) * 100 + digit(bytes[start + 10]) * 10 + digit(bytes[start + 11]);
  if (status < 100 || (end - start > STATUS_BYTES && bytes[start + STATUS_BYTES] !== SP)) throw badStatusLine();
  for (let at = start + STATUS_BYTES; at < end; at++) if (FIELD_VALUE[bytes[at] as number] === 0) throw badStatusLine();
  return status;
}

function digit(byte: number | undefined): number {
  if (byte === undefined || byte < 0x30 || byte > 0x39) throw badStatusLine();
  return byte - 0x30;
}

/** RFC 9112 section 6.3, rules 1 to 8 as they concern responses. */
function bodyLengthOf(method: string, status: number, fields: Fields): ResponseHead['bodyLength'] {
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return 0;
  if (fields.chunked) return 'chunked';
  return fields.contentLength === -1 ? 'until-close' : fields.contentLength;
}

function badStatusLine(): MessageError {
  return new MessageError('The status line is not HTTP/1.1 SP STATUS SP REASON.');
}
