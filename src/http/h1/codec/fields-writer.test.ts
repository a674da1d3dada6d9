import { describe, expect, it } from 'vitest';
import { writeFields } from './fields-writer.ts';

it('writes fields in order and case', () => {
  expect(writeFields(['X-B', '1', 'x-a', '', 'X-B', 'caf\xc3\xa9']).text).toBe(
    'X-B: 1\r\nx-a: \r\nX-B: caf\xc3\xa9\r\n',
  );
});

it('leaves out what belongs to one connection or is written by the engine, and says what it was', () => {
  const written = writeFields([
    ...['Connection', 'X-A, close', 'Keep-Alive', 'timeout=5', 'transfer-encoding', 'chunked', 'X-A', '1'],
    ...['content-length', '5', 'DATE', 'x', 'host', 'h'],
  ]);
  expect(written).toEqual({
    text: 'X-A: 1\r\nDATE: x\r\nhost: h\r\n',
    contentLength: 5,
    hasDate: true,
    hasHost: true,
    close: true,
  });
  expect(writeFields(['Connection', 'closed']).close).toBe(false);
});

describe('throws rather than send', () => {
  it.each([
    ['a line break in a value', ['X-A', '1\r\nX-B: 2']],
    ['a bare CR', ['X-A', '1\r2']],
    ['NUL', ['X-A', '\0']],
    ['a character beyond latin1', ['X-A', '\u20ac']],
    ['a line break in a name', ['X-A: 1\r\nX-B', '2']],
    ['a space in a name', ['X A', '1']],
    ['a colon in a name', ['X:A', '1']],
    ['no name', ['', '1']],
    ['a malformed length', ['Content-Length', '1, 2']],
    ['a line break in a field that is left out', ['Connection', 'close\r\n']],
  ])('%s', (_, headers) => {
    expect(() => writeFields(headers)).toThrow(TypeError);
  });
});
