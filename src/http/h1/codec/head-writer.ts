import { checkName, type WrittenFields } from './fields-writer.ts';
import { isKnownMethod } from './methods.ts';
import { REASON_PHRASES } from './reason-phrases.ts';

const SPACE = ' ';
const VERSION = ' HTTP/1.1\r\n';
/** The last line of a head. */
const END = '\r\n';
const CHUNKED = 'Transfer-Encoding: chunked\r\n';
const CLOSE = 'Connection: close\r\n';
const KEEP_ALIVE = 'Connection: keep-alive\r\n';

/** How a body is told from what follows it: by its length, by chunks, or by the end of the connection. */
export type SentLength = number | 'none' | 'chunked' | 'until-close';

/** What the engine adds to the fields of a response. */
export interface ResponseFraming {
  /** `none` for a message that declares nothing (204, or a 304 of unknown length). */
  readonly length: SentLength;
  /** What becomes of the connection: HTTP/1.1 says only that it closes, HTTP/1.0 only that it stays. */
  readonly connection: 'default' | 'close' | 'keep-alive';
  /** The `Date` line, empty when the fields have one. */
  readonly dateLine: string;
}

const statusLines = new Map<number, string>();

/** A whole response head. @throws {RangeError} for a status outside 100 to 999 */
export function responseHead(status: number, fields: WrittenFields, framing: ResponseFraming): string {
  const { length, connection, dateLine } = framing;
  const ownConnection = connection === 'default' ? '' : connection === 'close' ? CLOSE : KEEP_ALIVE;
  return statusLine(status) + dateLine + fields.text + lengthLine(length) + ownConnection + END;
}

/**
 * A whole request head. HTTP/1.1 keeps connections by default, so nothing is said of it.
 * @throws {TypeError} for a method or a target that cannot be sent
 */
export function requestHead(
  method: string,
  target: string,
  host: string,
  fields: WrittenFields,
  length: SentLength,
): string {
  if (!isKnownMethod(method)) checkName(method);
  checkTarget(target);
  const hostLine = fields.hasHost ? '' : `Host: ${host}\r\n`;
  return method + SPACE + target + VERSION + hostLine + fields.text + lengthLine(length) + END;
}

/** An interim response without fields, such as `100 Continue`. */
export function interimHead(status: number): string {
  return statusLine(status) + END;
}

function statusLine(status: number): string {
  const known = statusLines.get(status);
  if (known !== undefined) return known;
  if (!Number.isInteger(status) || status < 100 || status > 999) throw new RangeError(`${status} is no HTTP status.`);
  const line = `HTTP/1.1 ${status} ${REASON_PHRASES[status] ?? 'Unknown'}\r\n`;
  statusLines.set(status, line);
  return line;
}

function lengthLine(length: SentLength): string {
  if (length === 'none' || length === 'until-close') return '';
  return length === 'chunked' ? CHUNKED : `Content-Length: ${length}\r\n`;
}

/** Wider than what is accepted from clients: an integration's address may hold characters that RFC 3986 does not. */
function checkTarget(target: string): void {
  let sendable = target.length > 0;
  for (let i = 0; sendable && i < target.length; i++) {
    const code = target.charCodeAt(i);
    sendable = code > 0x20 && code < 0x7f;
  }
  if (!sendable) throw new TypeError('A request target that cannot be sent.');
}
