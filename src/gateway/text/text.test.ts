import { describe, expect, it } from 'vitest';
import {
  acceptedType,
  decodePercent,
  encodePath,
  encodePathSegment,
  encodeQueryPart,
  headerText,
  lastHeaderExact,
  matchesMediaType,
  mediaTypeOf,
  parseQuery,
} from './index.ts';

describe('a query string', () => {
  it('is decoded; `+` is a space (fact D8; recorded values)', () => {
    expect(
      parseQuery(
        'dateTimeOffset=2023-06-12T18:05:10.123456+00:00&email=test%2Balias@gmail.com&plus=test+alias@gmail.com',
      ),
    ).toEqual([
      ['dateTimeOffset', '2023-06-12T18:05:10.123456 00:00'],
      ['email', 'test+alias@gmail.com'],
      ['plus', 'test alias@gmail.com'],
    ]);
  });

  it('keeps repeated names in order (fact D10) and takes names without values', () => {
    expect(parseQuery('a=1&b&a=2&=x&&')).toEqual([
      ['a', '1'],
      ['b', ''],
      ['a', '2'],
      ['', 'x'],
    ]);
  });

  it('is split at `;` (fact D9)', () => {
    expect(parseQuery('a=1;b=2')).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
});

describe('percent-encoding', () => {
  it('is undone, and left alone where it is broken', () => {
    expect(decodePercent('a%2Fb%20%C3%A9')).toBe('a/b é');
    expect(decodePercent('100%')).toBe('100%');
    expect(decodePercent('%ff')).toBe('%ff');
  });

  it('is that of U+FFFD where JSON has half of a surrogate pair', () => {
    expect(encodePathSegment('a\ud83d/\u{1f600}')).toBe('a%EF%BF%BD%2F%F0%9F%98%80');
    expect(encodeQueryPart('\udc00')).toBe('%EF%BF%BD');
  });

  it('keeps a value within its segment (RFC 3986 3.3), and a literal `%` a literal (fact D8)', () => {
    expect(encodePathSegment('a/b?c#d%2e é')).toBe('a%2Fb%3Fc%23d%252e%20%C3%A9');
    expect(encodePathSegment("!$&'()*+,:;=@-._~")).toBe("!$&'()*+,:;=@-._~");
    expect(encodePath('a/b c')).toBe('a/b%20c');
  });
});

describe('media types', () => {
  it('are compared without parameters and without case', () => {
    expect(mediaTypeOf('Image/PNG; q=1')).toBe('image/png');
    expect(acceptedType('image/webp,image/*,*/*;q=0.8')).toBe('image/webp');
    expect(acceptedType(undefined)).toBeUndefined();
  });

  it('match what is spelled out, or anything by */*, but */* matches nothing spelled out (fact D57)', () => {
    expect(matchesMediaType(['image/PNG'], 'image/png')).toBe(true);
    expect(matchesMediaType(['image/png'], '*/*')).toBe(false);
    expect(matchesMediaType(['*/*'], 'anything/else')).toBe(true);
    expect(matchesMediaType(['*/*'], undefined)).toBe(true);
    expect(matchesMediaType([], 'image/png')).toBe(false);
  });
});

describe('headers', () => {
  it('give the last value under exactly one spelling (facts D10, D11)', () => {
    expect(lastHeaderExact(['X-A', '1', 'x-a', '2', 'X-A', '3', 'x-a', '4'], 'X-A')).toBe('3');
    expect(lastHeaderExact(['x-a', '2'], 'X-A')).toBeUndefined();
  });

  it('carry text as UTF-8 and no control characters', () => {
    expect(headerText('plain\ttext')).toBe('plain\ttext');
    expect(headerText('é')).toBe('Ã©');
    expect(headerText('a\r\nSet-Cookie: b')).toBeUndefined();
    expect(headerText('a\0')).toBeUndefined();
  });
});
