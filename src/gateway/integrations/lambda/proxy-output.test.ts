import { describe, expect, it } from 'vitest';
import { readProxyOutput } from './proxy-output.ts';

const read = (value: unknown) =>
  readProxyOutput(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));

describe('the output of a function behind AWS_PROXY (fact D55)', () => {
  it.each([
    [{}, { status: 200, headers: [], body: '', isBase64Encoded: false }],
    [
      { statusCode: '201', body: 'x' },
      { status: 201, headers: [], body: 'x', isBase64Encoded: false },
    ],
    [
      { statusCode: 404, body: null, headers: null, multiValueHeaders: null },
      { status: 404, headers: [], body: '', isBase64Encoded: false },
    ],
    [
      { headers: { a: 'x', b: 1, c: true }, isBase64Encoded: true },
      { status: 200, headers: ['a', 'x', 'b', '1', 'c', 'true'], body: '', isBase64Encoded: true },
    ],
  ])('%j is taken', (value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it.each([
    ['an unknown key', { statusCode: 200, cookies: [] }],
    ['a body that is no string', { body: { a: 1 } }],
    ['a body that is a number', { body: 1 }],
    ['a header that is an object', { headers: { a: {} } }],
    ['a header that is a list', { headers: { a: ['x'] } }],
    ['a header that is null', { headers: { a: null } }],
    ['headers that are a list', { headers: ['a'] }],
    ['a multi-value header that is no list', { multiValueHeaders: { a: 'x' } }],
    ['a multi-value header with an object', { multiValueHeaders: { a: [{}] } }],
    ['a status that is no number', { statusCode: 'ok' }],
    ['a status that is no status', { statusCode: 99 }],
    ['a status with a fraction', { statusCode: 200.5 }],
    ['an interim status', { statusCode: 100 }],
    ['a text', '"hello"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['nothing', ''],
    ['no JSON', 'oops'],
  ])('%s is malformed', (_name, value) => {
    expect(read(value)).toBeUndefined();
  });

  it('merges both kinds of headers: one list, equal pairs once, the multi-value spelling (fact D56)', () => {
    const output = read({
      headers: { 'x-a': '1', 'X-Only': 's' },
      multiValueHeaders: { 'X-A': ['1', '2'], 'Set-Cookie': ['a', 'b'] },
    });
    expect(output?.headers).toEqual(['X-A', '1', 'X-A', '2', 'Set-Cookie', 'a', 'Set-Cookie', 'b', 'X-Only', 's']);
    expect(read({ headers: { 'x-a': '3' }, multiValueHeaders: { 'X-A': ['1'] } })?.headers).toEqual([
      'X-A',
      '1',
      'X-A',
      '3',
    ]);
  });
});
