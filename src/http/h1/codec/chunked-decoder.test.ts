import { describe, expect, it } from 'vitest';
import { ChunkedDecoder } from './chunked-decoder.ts';
import { MessageError } from './message-error.ts';

/** Decodes in pieces of `step` bytes; gives the body, and what was left behind it once it had ended. */
function decode(text: string, step = text.length): { body: string; rest: string; done: boolean } {
  const bytes = Buffer.from(text, 'latin1');
  const decoder = new ChunkedDecoder();
  let body = '';
  let at = 0;
  while (at < bytes.length && !decoder.done) {
    const end = Math.min(bytes.length, at + step);
    at = decoder.decode(bytes, at, end, {
      onBytes(piece) {
        body += piece.toString('latin1');
      },
    });
  }
  return { body, rest: text.slice(at), done: decoder.done };
}

it.each([1, 2, 3, 5, 1_000])(
  'decodes in pieces of %d bytes and stops where the body ends (RFC 9112 section 7.1)',
  (step) => {
    expect(decode('4\r\nWiki\r\nA\r\npedia in\r\n\r\n0\r\n\r\nGET', step)).toEqual({
      body: 'Wikipedia in\r\n',
      rest: 'GET',
      done: true,
    });
  },
);

it.each(['5;a=b\r\nhello\r\n0\r\n\r\n', '5;a;b="x \\" ;y"\r\nhello\r\n0;z\r\n\r\n', '0005\r\nhello\r\n000\r\n\r\n'])(
  'drops extensions and takes leading zeros: %j',
  (text) => {
    expect(decode(text)).toMatchObject({ body: 'hello', done: true });
  },
);

it('checks trailer fields and drops them', () => {
  expect(decode('1\r\nx\r\n0\r\nX-Sum: 1\r\nX-B:\r\n\r\n', 1)).toEqual({ body: 'x', rest: '', done: true });
});

describe('refuses', () => {
  it.each([
    ['a size that is not hexadecimal', 'g\r\n'],
    ['no size', '\r\n'],
    ['a size with a prefix', '0x5\r\nhello\r\n'],
    ['a signed size', '+5\r\nhello\r\n'],
    ['a space before the size', ' 5\r\nhello\r\n'],
    ['a space behind the size', '5 \r\nhello\r\n'],
    ['a size beyond 2^52', '10000000000000\r\n'],
    ['a size of 20 digits', `${'0'.repeat(19)}5\r\nhello\r\n`],
    ['a bare LF behind the size', '5\nhello\r\n'],
    ['a bare CR behind the size', '5\rhello\r\n'],
    ['a bare LF behind the data', '5\r\nhello\n0\r\n\r\n'],
    ['data longer than its size', '5\r\nhello!\r\n0\r\n\r\n'],
    ['data shorter than its size', '6\r\nhello\r\n0\r\n\r\n'],
    ['an extension without a name', '5;\r\nhello\r\n'],
    ['an extension with spaces', '5; a=b\r\nhello\r\n'],
    ['an extension without its value', '5;a=\r\nhello\r\n'],
    ['a bare LF in an extension', '5;a\nb\r\nhello\r\n'],
    ['a line break in a quoted extension', '5;a="\r\n"\r\nhello\r\n'],
    ['NUL in a quoted extension', '5;a="\0"\r\nhello\r\n'],
    ['something behind a quoted extension', '5;a="b"c\r\nhello\r\n'],
    ['extensions beyond 16 KiB', `5;${'a'.repeat(16_384)}\r\nhello\r\n`],
    ['a folded trailer', '0\r\nX-A: 1\r\n 2\r\n\r\n'],
    ['a trailer without colon', '0\r\nX-A\r\n\r\n'],
    ['a trailer with a space before its colon', '0\r\nX-A : 1\r\n\r\n'],
    ['a trailer without a name', '0\r\n: 1\r\n\r\n'],
    ['a bare LF in the trailers', '0\r\nX-A: 1\n\r\n'],
    ['a bare LF at the end', '0\r\n\n'],
    ['a length in the trailers', '0\r\nContent-Length: 1\r\n\r\n'],
    ['a coding in the trailers', '0\r\ntransfer-encoding: chunked\r\n\r\n'],
    ['trailers beyond 16 KiB', `0\r\nX-A: ${'a'.repeat(16_384)}\r\n\r\n`],
  ])('%s', (_, text) => {
    expect(() => decode(text)).toThrow(MessageError);
    expect(() => decode(text, 1)).toThrow(MessageError);
  });

  it('extensions that are small but many', () => {
    expect(() => decode(`1;${'a'.repeat(1_000)}\r\nx\r\n`.repeat(17))).toThrow(MessageError);
  });
});
