import { describe, expect, it } from 'vitest';
import { responseHead } from './response-head.ts';

describe('the head of a response', () => {
  it('has names in lower case (RFC 9113 section 8.2.1) in their order', () => {
    expect(Object.entries(responseHead(201, ['X-B', '1', 'Content-Type', 'a/b', 'x-A', '2']))).toEqual([
      [':status', 201],
      ['x-b', '1'],
      ['content-type', 'a/b'],
      ['x-a', '2'],
    ]);
  });

  it('leaves out what belongs to a connection of HTTP/1.1, named or not (RFC 9113 section 8.2.2)', () => {
    const fields = [
      'Keep-Alive',
      'timeout=5',
      'Connection',
      'close, X-Hop',
      'Transfer-Encoding',
      'chunked',
      'x-hop',
      '1',
    ];
    expect(responseHead(200, [...fields, 'Upgrade', 'h2c', 'Proxy-Connection', 'close'])).toEqual({ ':status': 200 });
  });

  it('keeps cookies and challenges apart and joins the rest (RFC 9110 section 5.3)', () => {
    const fields = ['Set-Cookie', 'a=1', 'Vary', 'a', 'set-cookie', 'b=2', 'vary', 'b', 'Set-Cookie', 'c=3'];
    expect(responseHead(200, [...fields, 'WWW-Authenticate', 'Basic', 'WWW-Authenticate', 'Bearer'])).toEqual({
      ':status': 200,
      'set-cookie': ['a=1', 'b=2', 'c=3'],
      vary: 'a, b',
      'www-authenticate': ['Basic', 'Bearer'],
    });
  });

  it('has one length', () => {
    expect(responseHead(200, ['Content-Length', '3', 'content-length', '3'])['content-length']).toBe('3');
    expect(() => responseHead(200, ['Content-Length', '3', 'content-length', '4'])).toThrow(TypeError);
  });

  it.each([
    ['a line break in a value', 'x', 'a\r\nb: c'],
    ['NUL in a value', 'x', 'a\0'],
    ['a character beyond Latin-1', 'x', '\u20ac'],
    ['an empty name', '', 'a'],
    ['a space in a name', 'x y', 'a'],
    ['a pseudo-header field', ':status', '200'],
  ])('cannot have %s', (_name, name, value) => {
    expect(() => responseHead(200, [name, value])).toThrow(TypeError);
  });
});
