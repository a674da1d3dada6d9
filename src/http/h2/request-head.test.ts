import { describe, expect, it } from 'vitest';
import { requestHead as readHead } from './request-head.ts';

const requestHead = (fields: readonly string[]): ReturnType<typeof readHead> => readHead(fields, 65_536);

const head = (...rest: string[]): ReturnType<typeof readHead> =>
  requestHead([':method', 'GET', ':scheme', 'https', ':path', '/a%2F?b=%20', ':authority', 'a.example:8443', ...rest]);

describe('a request of HTTP/2 in the words of HTTP/1.1', () => {
  it('has method and target untouched and the authority as Host (RFC 9113 section 8.3.1)', () => {
    expect(head('x-b', '1', 'x-a', '2', 'x-b', '3')).toEqual({
      method: 'GET',
      target: '/a%2F?b=%20',
      headers: ['Host', 'a.example:8443', 'x-b', '1', 'x-a', '2', 'x-b', '3'],
    });
  });

  it('takes the Host field when there is no authority, and one that agrees with it', () => {
    const fields = [':method', 'GET', ':scheme', 'https', ':path', '/', 'host', 'b.example'];
    expect(requestHead(fields)).toMatchObject({ headers: ['Host', 'b.example'] });
    expect(head('host', 'A.EXAMPLE:8443')).toMatchObject({ headers: ['Host', 'a.example:8443'] });
  });

  it('joins crumbs of cookies (RFC 9113 section 8.2.3)', () => {
    expect(head('cookie', 'a=1', 'x', 'y', 'cookie', 'b=2; c=3')).toMatchObject({
      headers: ['Host', 'a.example:8443', 'x', 'y', 'cookie', 'a=1; b=2; c=3'],
    });
  });

  it('has the authority as target of CONNECT (RFC 9112 section 3.2.3)', () => {
    expect(requestHead([':method', 'CONNECT', ':authority', 'a.example:443'])).toMatchObject({
      target: 'a.example:443',
    });
  });

  it.each([
    ['two hosts that differ', head('host', 'b.example')],
    ['two Host fields', head('host', 'a.example:8443', 'host', 'a.example:8443')],
    ['no host', requestHead([':method', 'GET', ':scheme', 'https', ':path', '/'])],
    ['no path', requestHead([':method', 'GET', ':scheme', 'https', ':authority', 'a'])],
    ['a space in the path', requestHead([':method', 'GET', ':path', '/a HTTP/1.1', ':authority', 'a'])],
    ['a line break in the path', requestHead([':method', 'GET', ':path', '/a\r\nX: y', ':authority', 'a'])],
    ['a byte above ASCII in the path', requestHead([':method', 'GET', ':path', '/caf\xe9', ':authority', 'a'])],
  ])('cannot be made of %s', (_name, result) => {
    expect(result).toBe(400);
  });

  it('may be so large and no larger, each field counting 32 bytes more (RFC 9113 section 6.5.2)', () => {
    const fields = [':method', 'GET', ':path', '/', ':authority', 'a', 'x', 'y'];
    const bytes = fields.join('').length + 4 * 32;
    expect(readHead(fields, bytes)).toMatchObject({ target: '/' });
    expect(readHead(fields, bytes - 1)).toBe(431);
  });
});
