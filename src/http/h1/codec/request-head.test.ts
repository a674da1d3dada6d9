import { describe, expect, it } from 'vitest';
import { MessageError } from './message-error.ts';
import { type RequestHead, RequestHeadReader } from './request-head.ts';

const LIMITS = { maxHeadBytes: 2_000, maxStartLineBytes: 1_000 };

function read(text: string): RequestHead | undefined {
  const bytes = Buffer.from(text, 'latin1');
  return new RequestHeadReader(LIMITS).read(bytes, 0, bytes.length);
}

function statusOf(text: string): number {
  try {
    read(text);
  } catch (error) {
    if (error instanceof MessageError) return error.status;
    throw error;
  }
  return 200;
}

const withFields = (...lines: string[]): string => `GET / HTTP/1.1\r\nHost: h\r\n${lines.join('\r\n')}\r\n\r\n`;

describe('a head that is fine', () => {
  it('is given as it was sent: target untouched, fields in order and case, repeated ones kept (RFC 9110 section 5.3)', () => {
    const head = read(
      'PATCH /a%2Fb//c?x=%20&y[]=+ HTTP/1.1\r\nhost: h:8080\r\nX-B: 1\r\nx-a:2\r\nX-B: \t3 \t\r\n\r\nrest',
    );
    expect(head).toMatchObject({
      method: 'PATCH',
      target: '/a%2Fb//c?x=%20&y[]=+',
      httpVersion: 'HTTP/1.1',
      headers: ['host', 'h:8080', 'X-B', '1', 'x-a', '2', 'X-B', '3'],
      bodyLength: 0,
      keepAlive: true,
    });
    expect(head?.headBytes).toBe(80);
  });

  it('keeps bytes above 0x7f as they are, one character each (RFC 9110 section 5.5)', () => {
    expect(read(withFields('X-A: caf\xc3\xa9'))?.headers).toContain('caf\xc3\xa9');
  });

  it('may follow one empty line (RFC 9112 section 2.2)', () => {
    expect(read('\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n')?.method).toBe('GET');
    expect(statusOf('\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n')).toBe(400);
  });

  it('gives the authority of an absolute target as Host (RFC 9112 section 3.2.2)', () => {
    const head = read('GET http://a.example:81/x?y HTTP/1.1\r\nHost: b.example\r\n\r\n');
    expect(head).toMatchObject({ target: '/x?y', headers: ['Host', 'a.example:81'] });
    expect(read('GET http://a.example?y HTTP/1.1\r\nHost: b\r\n\r\n')?.target).toBe('/?y');
  });

  it('takes * for OPTIONS alone (RFC 9112 section 3.2.4)', () => {
    expect(read('OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n')?.target).toBe('*');
    expect(statusOf('GET * HTTP/1.1\r\nHost: h\r\n\r\n')).toBe(400);
  });
});

describe('persistence (RFC 9112 section 9.3)', () => {
  it.each([
    ['HTTP/1.1', '', true],
    ['HTTP/1.1', 'Connection: close\r\n', false],
    ['HTTP/1.1', 'Connection: X-A, Close\r\n', false],
    ['HTTP/1.0', '', false],
    ['HTTP/1.0', 'Connection: Keep-Alive\r\n', true],
    ['HTTP/1.0', 'Connection: keep-alive, close\r\n', false],
  ])('%s with %j: %s', (version, field, keepAlive) => {
    expect(read(`GET / ${version}\r\nHost: h\r\n${field}\r\n`)?.keepAlive).toBe(keepAlive);
  });
});

it('asks for another protocol with Upgrade and Connection together (RFC 9110 section 7.8)', () => {
  expect(read(withFields('Connection: keep-alive, Upgrade', 'Upgrade: websocket'))?.upgrade).toBe(true);
  expect(read(withFields('Upgrade: websocket'))?.upgrade).toBe(false);
  expect(read(withFields('Connection: upgrade'))?.upgrade).toBe(false);
});

it('says how long the body is (RFC 9112 section 6.3)', () => {
  expect(read(withFields('Content-Length: 0012'))?.bodyLength).toBe(12);
  expect(read(withFields('Transfer-Encoding: Chunked'))?.bodyLength).toBe('chunked');
  expect(read(withFields('Expect: 100-Continue', 'Content-Length: 1'))).toMatchObject({ expectsContinue: true });
});

describe('is refused with 400', () => {
  it.each([
    ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
    ['two Hosts', withFields('Host: h')],
    ['a Host with a path', 'GET / HTTP/1.1\r\nHost: h/x\r\n\r\n'],
    ['a Host with user information', 'GET / HTTP/1.1\r\nHost: a@h\r\n\r\n'],
    ['length and coding', withFields('Content-Length: 1', 'Transfer-Encoding: chunked')],
    ['coding and length', withFields('Transfer-Encoding: chunked', 'Content-Length: 1')],
    ['two lengths that differ', withFields('Content-Length: 1', 'Content-Length: 2')],
    ['two lengths that agree', withFields('Content-Length: 1', 'content-length: 1')],
    ['a list of lengths', withFields('Content-Length: 1, 1')],
    ['a signed length', withFields('Content-Length: +1')],
    ['a negative length', withFields('Content-Length: -1')],
    ['a hexadecimal length', withFields('Content-Length: 0x10')],
    ['an empty length', withFields('Content-Length:')],
    ['a length with a space in it', withFields('Content-Length: 1 0')],
    ['a length beyond 2^53', withFields('Content-Length: 9007199254740993')],
    ['a length of 40 digits', withFields(`Content-Length: ${'9'.repeat(40)}`)],
    ['another coding', withFields('Transfer-Encoding: gzip')],
    ['chunked and another coding', withFields('Transfer-Encoding: chunked, gzip')],
    ['another coding and chunked', withFields('Transfer-Encoding: gzip, chunked')],
    ['chunked twice', withFields('Transfer-Encoding: chunked, chunked')],
    ['chunked in two fields', withFields('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked')],
    ['an identity coding', withFields('Transfer-Encoding: identity')],
    ['an empty coding', withFields('Transfer-Encoding:')],
    ['a coding with a parameter', withFields('Transfer-Encoding: chunked;x=1')],
    ['a quoted coding', withFields('Transfer-Encoding: "chunked"')],
    ['a coding after a vertical tab', withFields('Transfer-Encoding: \x0bchunked')],
    ['a tab behind the coding', withFields('Transfer-Encoding: chunked\t')],
    ['a tab behind the length', withFields('Content-Length: 1 \t')],
    ['a coding in HTTP/1.0', 'POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n'],
    ['a folded line', withFields('X-A: 1', ' 2')],
    ['a fold before the first field', 'GET / HTTP/1.1\r\n Host: h\r\n\r\n'],
    ['a bare LF after the request line', 'GET / HTTP/1.1\nHost: h\r\n\r\n'],
    ['a bare LF after a field', 'GET / HTTP/1.1\r\nHost: h\n\r\n'],
    ['a bare LF at the end', 'GET / HTTP/1.1\r\nHost: h\r\n\n'],
    ['a bare CR in a value', withFields('X-A: 1\r2')],
    ['a bare CR in the request line', 'GET /\r HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a bare CR at the end', 'GET / HTTP/1.1\r\nHost: h\r\n\rX'],
    ['NUL in a value', withFields('X-A: 1\x002')],
    ['NUL in a name', withFields('X\0A: 1')],
    ['DEL in a value', withFields('X-A: \x7f')],
    ['a space before the colon', withFields('X-A : 1')],
    ['a tab before the colon', withFields('Content-Length\t: 1')],
    ['no colon', withFields('X-A')],
    ['no name', withFields(': 1')],
    ['a name that is no token', withFields('X(A): 1')],
    ['a name above 0x7f', withFields('X-\xe4: 1')],
    ['a method that is no token', 'G{T / HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['no method', ' / HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['no target', 'GET  HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['two spaces before the target', 'GET  / HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['two spaces before the version', 'GET /  HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a space in the target', 'GET /a b HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a tab in the target', 'GET /a\tb HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a fragment', 'GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a pipe that is not encoded (fact D9)', 'GET /?a|b HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a byte above 0x7f in the target', 'GET /\xe4 HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['a target without its slash', 'GET a HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['an absolute target with user information', 'GET http://a@b/ HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['another scheme', 'GET ftp://b/ HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['CONNECT', 'CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['no version (HTTP/0.9)', 'GET /\r\n\r\n'],
    ['a space behind the version', 'GET / HTTP/1.1 \r\nHost: h\r\n\r\n'],
    ['a lower-case protocol', 'GET / http/1.1\r\nHost: h\r\n\r\n'],
    ['HTTP/1.2', 'GET / HTTP/1.2\r\nHost: h\r\n\r\n'],
    ['HTTP/2.0', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/1.01', 'GET / HTTP/1.01\r\nHost: h\r\n\r\n'],
    ['another protocol, before its head is complete', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
    ['a TLS client hello', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n'],
  ])('%s', (_, text) => {
    expect(statusOf(text)).toBe(400);
  });
});

describe('limits', () => {
  it('refuses a request line beyond its limit with 414, also an unfinished one', () => {
    const target = `/${'a'.repeat(1_000)}`;
    expect(statusOf(`GET ${target} HTTP/1.1\r\nHost: h\r\n\r\n`)).toBe(414);
    expect(statusOf(`GET ${target}`)).toBe(414);
  });

  it('refuses a head beyond its limit with 431, also an unfinished one', () => {
    expect(statusOf(withFields(`X-A: ${'a'.repeat(2_000)}`))).toBe(431);
    expect(statusOf(`GET / HTTP/1.1\r\nHost: h\r\nX-A: ${'a'.repeat(2_000)}`)).toBe(431);
  });

  it('refuses more than 256 fields with 431', () => {
    expect(statusOf(withFields(...Array.from({ length: 256 }, () => 'a:')))).toBe(431);
  });
});

it('waits while a head is not complete, wherever it is cut', () => {
  const text = '\r\nPOST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\n';
  const bytes = Buffer.from(text);
  for (let cut = 0; cut < bytes.length; cut++) {
    const reader = new RequestHeadReader(LIMITS);
    expect(reader.read(bytes, 0, cut)).toBeUndefined();
    // An unfinished head may be moved before it is read on.
    const moved = Buffer.concat([Buffer.from('###'), bytes]);
    expect(reader.read(moved, 3, moved.length)).toMatchObject({ target: '/a', bodyLength: 3 });
  }
});

it('reads a long line that comes byte by byte in linear time', () => {
  const reader = new RequestHeadReader({ maxHeadBytes: 200_000, maxStartLineBytes: 1_000 });
  const bytes = Buffer.from(withFields(`X-A: ${'a'.repeat(150_000)}`));
  const startedAtMs = performance.now();
  for (let end = 1; end < bytes.length; end++) reader.read(bytes, 0, end);
  expect(reader.read(bytes, 0, bytes.length)?.headers).toHaveLength(4);
  // Reading the line anew for every byte would take ten seconds and more.
  expect(performance.now() - startedAtMs).toBeLessThan(2_000);
});
