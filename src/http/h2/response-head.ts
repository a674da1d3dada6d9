import type { OutgoingHttpHeaders } from 'node:http2';
import type { HeaderList } from '../exchange.ts';

/** Fields that speak of one connection of HTTP/1.1 and must not be in a message of HTTP/2 (RFC 9113 section 8.2.2). */
const CONNECTION_SPECIFIC: ReadonlySet<string> = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** Fields of which several must stay several: joined by commas they could not be told apart (RFC 9110 sections 5.3, 11.6.1). */
const KEPT_APART: ReadonlySet<string> = new Set(['set-cookie', 'www-authenticate', 'proxy-authenticate']);

/** RFC 9110 section 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;
/** What a field value may be made of (RFC 9110 section 5.5): tab, space, visible ASCII and bytes above it. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The head of a response as `node:http2` takes it: names in lower case, without what belongs to a connection of HTTP/1.1.
 * Repeated fields are joined by commas, which means the same (RFC 9110 section 5.3); node:http2 accepts many of them only
 * once.
 * @throws {TypeError} for a field that cannot be sent
 */
export function responseHead(status: number, headers: HeaderList): OutgoingHttpHeaders {
  const nominated = nominatedBy(headers);
  const head: OutgoingHttpHeaders = { ':status': status };
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = (headers[i] as string).toLowerCase();
    const value = headers[i + 1] as string;
    check(name, value);
    if (CONNECTION_SPECIFIC.has(name) || nominated?.has(name)) continue;
    head[name] = added(name, head[name], value);
  }
  return head;
}

function added(name: string, before: OutgoingHttpHeaders[string], value: string): string | string[] {
  if (before === undefined) return value;
  if (KEPT_APART.has(name)) return [before, value].flat().map(String);
  if (name !== 'content-length') return `${before}, ${value}`;
  if (before === value) return value;
  throw new TypeError('A response has one length, not two.');
}

function check(name: string, value: string): void {
  if (!TOKEN.test(name)) throw new TypeError(`${JSON.stringify(name)} is no name of a header field.`);
  if (!VALUE.test(value))
    throw new TypeError(`The value of the header field ${name} has a character that none may have.`);
}

/** What a Connection field names is meant for the connection that it came over (RFC 9110 section 7.6.1). */
function nominatedBy(headers: HeaderList): ReadonlySet<string> | undefined {
  let names: Set<string> | undefined;
  for (let i = 0; i + 1 < headers.length; i += 2) {
    if ((headers[i] as string).toLowerCase() !== 'connection') continue;
    names ??= new Set();
    for (const name of (headers[i + 1] as string).split(',')) names.add(name.trim().toLowerCase());
  }
  return names;
}
