import { describe, expect, it } from 'vitest';
import { writeFields } from './fields-writer.ts';
import { interimHead, requestHead, responseHead } from './head-writer.ts';

const fields = writeFields(['X-A', '1']);

describe('a response head', () => {
  it.each([
    [5, 'Content-Length: 5\r\n'],
    [0, 'Content-Length: 0\r\n'],
    ['chunked', 'Transfer-Encoding: chunked\r\n'],
    ['until-close', ''],
    ['none', ''],
  ] as const)('says that the body is %s', (length, line) => {
    const head = responseHead(200, fields, { length, connection: 'default', dateLine: 'Date: d\r\n' });
    expect(head).toBe(`HTTP/1.1 200 OK\r\nDate: d\r\nX-A: 1\r\n${line}\r\n`);
  });

  it.each([
    ['close', 'Connection: close\r\n'],
    ['keep-alive', 'Connection: keep-alive\r\n'],
  ] as const)('says what becomes of the connection: %s', (connection, line) => {
    const head = responseHead(200, fields, { length: 'none', connection, dateLine: '' });
    expect(head).toBe(`HTTP/1.1 200 OK\r\nX-A: 1\r\n${line}\r\n`);
  });

  it('has a status of three digits, known to anybody or not', () => {
    expect(responseHead(599, fields, { length: 'none', connection: 'default', dateLine: '' })).toMatch(
      /^HTTP\/1.1 599 /,
    );
    for (const status of [99, 1000, 200.5, Number.NaN]) {
      expect(() => responseHead(status, fields, { length: 'none', connection: 'default', dateLine: '' })).toThrow(
        RangeError,
      );
    }
    expect(interimHead(100)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  });
});

describe('a request head', () => {
  it('has a Host of its own unless one is given', () => {
    expect(requestHead('GET', '/a?b', 'h:81', fields, 'none')).toBe(
      'GET /a?b HTTP/1.1\r\nHost: h:81\r\nX-A: 1\r\n\r\n',
    );
    expect(requestHead('PUT', '/', 'h', writeFields(['host', 'x']), 0)).toBe(
      'PUT / HTTP/1.1\r\nhost: x\r\nContent-Length: 0\r\n\r\n',
    );
  });

  it.each([
    ['a method with a space', 'GET /', '/'],
    ['an empty method', '', '/'],
    ['a target with a space', 'GET', '/a b'],
    ['a target with a line break', 'GET', '/ HTTP/1.1\r\nX: y'],
    ['an empty target', 'GET', ''],
  ])('is not made of %s', (_, method, target) => {
    expect(() => requestHead(method, target, 'h', fields, 'none')).toThrow(TypeError);
  });
});
