import { describe, expect, it } from 'vitest';
import { HEAD_LIMITS } from './limits.ts';
import { MessageError } from './message-error.ts';
import { type ResponseHead, ResponseHeadReader } from './response-head.ts';

function read(text: string, method = 'GET'): ResponseHead | undefined {
  const bytes = Buffer.from(text, 'latin1');
  return new ResponseHeadReader(HEAD_LIMITS).read(bytes, 0, bytes.length, method);
}

it('gives status and fields as they were sent', () => {
  expect(read('HTTP/1.1 404 Not Found\r\nX-A: 1\r\nx-b:\r\nContent-Length: 2\r\n\r\n{}')).toMatchObject({
    status: 404,
    headers: ['X-A', '1', 'x-b', '', 'Content-Length', '2'],
    bodyLength: 2,
    keepAlive: true,
    headBytes: 'HTTP/1.1 404 Not Found\r\nX-A: 1\r\nx-b:\r\nContent-Length: 2\r\n\r\n'.length,
  });
});

it.each(['HTTP/1.1 200 \r\n\r\n', 'HTTP/1.1 200\r\n\r\n', 'HTTP/1.1 200 \xc4ha\r\n\r\n', 'HTTP/1.1 999 x\r\n\r\n'])(
  'takes any reason, or none (RFC 9112 section 4): %j',
  (text) => {
    expect(read(text)?.status).toBeGreaterThanOrEqual(200);
  },
);

describe('the body (RFC 9112 section 6.3)', () => {
  it.each([
    ['HEAD has none', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n', 'HEAD', 0],
    ['HEAD has none, chunked or not', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', 'HEAD', 0],
    ['1xx has none', 'HTTP/1.1 103 Early Hints\r\nContent-Length: 5\r\n\r\n', 'GET', 0],
    ['204 has none', 'HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n', 'GET', 0],
    ['304 has none', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n', 'GET', 0],
    ['chunked', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', 'GET', 'chunked'],
    ['until the connection closes', 'HTTP/1.1 200 OK\r\n\r\n', 'GET', 'until-close'],
  ])('%s', (_, text, method, length) => {
    expect(read(text, method)?.bodyLength).toBe(length);
  });
});

it.each([
  ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', true],
  ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n', false],
  ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n', false],
  ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n', true],
  ['HTTP/1.1 200 OK\r\n\r\n', false],
])('lets a connection be used again: %j %s', (text, keepAlive) => {
  expect(read(text)?.keepAlive).toBe(keepAlive);
});

it.each([
  ['length and coding', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n'],
  ['another coding', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n'],
  ['a coding in HTTP/1.0', 'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'],
  ['a bare LF', 'HTTP/1.1 200 OK\nContent-Length: 0\n\n'],
  ['an empty line before it', '\r\nHTTP/1.1 200 OK\r\n\r\n'],
  ['another version', 'HTTP/2 200 OK\r\n\r\n'],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
  ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n'],
  ['a status below 100', 'HTTP/1.1 099 x\r\n\r\n'],
  ['a control character in the reason', 'HTTP/1.1 200 O\0K\r\n\r\n'],
  ['an interim response that closes', 'HTTP/1.1 103 Early Hints\r\nConnection: close\r\n\r\n'],
  ['something else', 'SSH-2.0-OpenSSH_9.2p1\r\n\r\n'],
])('refuses %s', (_, text) => {
  expect(() => read(text)).toThrow(MessageError);
});
