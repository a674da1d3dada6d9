import type { HeaderList } from '../../exchange.ts';
import { HOST, SP, TARGET, TOKEN } from './characters.ts';
import { Fields } from './fields.ts';
import { HeadReader } from './head-reader.ts';
import type { HeadLimits } from './limits.ts';
import { MessageError } from './message-error.ts';
import { knownMethod } from './methods.ts';

/** The head of a request, with what follows from it for its body and its connection. */
export interface RequestHead {
  readonly method: string;
  /** Path and query as received; of an absolute target only these, its authority is then the `Host` header. */
  readonly target: string;
  readonly httpVersion: 'HTTP/1.0' | 'HTTP/1.1';
  readonly headers: HeaderList;
  /** Bytes of the body, 0 for none. */
  readonly bodyLength: number | 'chunked';
  /** The client wants to go on using the connection (RFC 9112 section 9.3). */
  readonly keepAlive: boolean;
  /** The client waits for `100 Continue` before it sends the body. */
  readonly expectsContinue: boolean;
  /** The client asks for another protocol on this connection. */
  readonly upgrade: boolean;
  /** Bytes that the head took on the wire. */
  readonly headBytes: number;
}

/** ` HTTP/1.x`: what every request line ends with. */
const VERSION_BYTES = 9;
const VERSION_1_1 = Buffer.from(' HTTP/1.1', 'latin1');

/** Reads the heads of requests, one after the other (RFC 9112 sections 3 to 5). */
export class RequestHeadReader {
  readonly #reader: HeadReader;

  constructor(limits: HeadLimits) {
    this.#reader = new HeadReader(limits, true, checkRequestLine);
  }

  /**
   * Reads a head; given an unfinished one, call it again with the same head from its first byte and more bytes behind.
   * @param start the head's first byte in `bytes`
   * @param end behind the last byte that has come
   * @returns undefined when the head is not complete
   * @throws {MessageError} for a head that must be refused; the reader is then of no more use
   */
  read(bytes: Buffer, start: number, end: number): RequestHead | undefined {
    const reader = this.#reader;
    if (!reader.read(bytes, start, end)) return undefined;
    const head = toRequestHead(reader, bytes, start);
    reader.reset();
    return head;
  }

  /** Forgets an unfinished head. */
  reset(): void {
    this.#reader.reset();
  }
}

function toRequestHead(reader: HeadReader, bytes: Buffer, start: number): RequestHead {
  const text = bytes.toString('latin1', start, start + reader.length);
  const methodEnd = reader.startLineBegin + reader.startLine;
  const targetEnd = reader.startLineEnd - VERSION_BYTES;
  const minor = bytes[start + reader.startLineEnd - 1] === 0x31 ? 1 : 0;
  const method = knownMethod(text, reader.startLineBegin, methodEnd);
  const fields = new Fields(reader, bytes, start, text);
  if (fields.host === undefined) {
    if (minor === 1) throw new MessageError('No Host (RFC 9112 section 3.2).');
  } else {
    checkHost(fields.host);
  }
  if (minor === 0 && fields.chunked) throw new MessageError('A transfer coding in HTTP/1.0 (RFC 9112 section 6.1).');

  return {
    method,
    target: targetOf(method, text.slice(methodEnd + 1, targetEnd), fields),
    httpVersion: minor === 1 ? 'HTTP/1.1' : 'HTTP/1.0',
    headers: fields.headers,
    bodyLength: fields.chunked ? 'chunked' : Math.max(fields.contentLength, 0),
    keepAlive: !fields.close && (minor === 1 || fields.keepAlive),
    expectsContinue: minor === 1 && fields.expectsContinue,
    upgrade: minor === 1 && fields.upgrade,
    headBytes: reader.length,
  };
}

/** @returns the length of the method */
function checkRequestLine(bytes: Uint8Array, begin: number, end: number): number {
  const targetEnd = end - VERSION_BYTES;
  for (let i = 0; i < VERSION_BYTES - 1; i++) if (bytes[targetEnd + i] !== VERSION_1_1[i]) throw badRequestLine();
  const minor = bytes[end - 1];
  if (minor !== 0x31 && minor !== 0x30) throw badRequestLine();

  let at = begin;
  while (TOKEN[bytes[at] as number] === 1) at++;
  const methodBytes = at - begin;
  if (methodBytes === 0 || bytes[at] !== SP || at >= targetEnd) throw badRequestLine();
  for (at++; at < targetEnd; at++) {
    if (TARGET[bytes[at] as number] === 0) throw new MessageError('A character that a request target may not hold.');
  }
  return methodBytes;
}

/** The four forms of RFC 9112 section 3.2; the one of CONNECT is refused, for a gateway is no tunnel. */
function targetOf(method: string, target: string, fields: Fields): string {
  if (target.charCodeAt(0) === 0x2f && method !== 'CONNECT') return target;
  if (target === '*' && method === 'OPTIONS') return target;
  const absolute = /^https?:\/\/([^/?#@]+)([/?].*)?$/i.exec(target);
  if (absolute === null || method === 'CONNECT') throw new MessageError('A request target of no known form.');
  const [, authority = '', rest = ''] = absolute;
  checkHost(authority);
  replaceHost(fields.headers, authority);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** An absolute target's authority takes the place of whatever `Host` says (RFC 9112 section 3.2.2). */
function replaceHost(headers: string[], authority: string): void {
  for (let i = 0; i < headers.length; i += 2) {
    if ((headers[i] as string).length === 4 && (headers[i] as string).toLowerCase() === 'host') {
      headers[i + 1] = authority;
      return;
    }
  }
  headers.push('Host', authority);
}

function checkHost(host: string): void {
  for (let i = 0; i < host.length; i++) {
    if (HOST[host.charCodeAt(i)] === 0) throw new MessageError('A character that Host may not hold.');
  }
}

function badRequestLine(): MessageError {
  return new MessageError('The request line is not METHOD SP TARGET SP HTTP/1.1.');
}
