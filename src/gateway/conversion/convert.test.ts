import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRequestConversion, compileResponseConversion, convert } from './index.ts';

const IMAGE = 'image/png';
const JSON_TYPE = 'application/json';
const TO_BINARY = 'CONVERT_TO_BINARY';
const TO_TEXT = 'CONVERT_TO_TEXT';

/** Guide, "API request content type conversions in API Gateway", row by row (fact D73). */
const REQUESTS = [
  [JSON_TYPE, [], undefined, 'none'],
  [JSON_TYPE, [], TO_BINARY, 'decode'],
  [JSON_TYPE, [], TO_TEXT, 'none'],
  [JSON_TYPE, [IMAGE], undefined, 'none'],
  [JSON_TYPE, [IMAGE], TO_BINARY, 'decode'],
  [JSON_TYPE, [IMAGE], TO_TEXT, 'none'],
  [IMAGE, [IMAGE], undefined, 'none'],
  [IMAGE, [IMAGE], TO_BINARY, 'none'],
  [IMAGE, [IMAGE], TO_TEXT, 'encode'],
] as const;

/** Guide, "API Gateway response content type conversions", row by row (fact D74). */
const RESPONSES = [
  [JSON_TYPE, JSON_TYPE, [], undefined, 'none'],
  [JSON_TYPE, JSON_TYPE, [], TO_BINARY, 'decode'],
  [JSON_TYPE, JSON_TYPE, [], TO_TEXT, 'none'],
  [JSON_TYPE, JSON_TYPE, [IMAGE], undefined, 'none'],
  [JSON_TYPE, JSON_TYPE, [IMAGE], TO_BINARY, 'decode'],
  [JSON_TYPE, JSON_TYPE, [IMAGE], TO_TEXT, 'none'],
  [JSON_TYPE, IMAGE, [IMAGE], undefined, 'decode'],
  [JSON_TYPE, IMAGE, [IMAGE], TO_BINARY, 'decode'],
  [JSON_TYPE, IMAGE, [IMAGE], TO_TEXT, 'none'],
  [IMAGE, JSON_TYPE, [IMAGE], undefined, 'encode'],
  [IMAGE, JSON_TYPE, [IMAGE], TO_BINARY, 'none'],
  [IMAGE, JSON_TYPE, [IMAGE], TO_TEXT, 'encode'],
  [IMAGE, IMAGE, [IMAGE], undefined, 'none'],
  [IMAGE, IMAGE, [IMAGE], TO_BINARY, 'none'],
  [IMAGE, IMAGE, [IMAGE], TO_TEXT, 'encode'],
] as const;

describe('the conversion', () => {
  it.each(REQUESTS)(
    'of a request of %s with binary types %j and contentHandling %s is %s',
    (type, types, handling, is) => {
      expect(compileRequestConversion(types, handling)?.(`${type}; x=1`, undefined) ?? 'none').toBe(is);
    },
  );

  it.each(RESPONSES)(
    'of a response of %s to somebody who accepts %s with binary types %j and contentHandling %s is %s',
    (type, accept, types, handling, is) => {
      expect(compileResponseConversion(types, handling)?.(type, `${accept}, */*`) ?? 'none').toBe(is);
    },
  );

  it('goes by the first accepted type alone (guide, the note on browsers)', () => {
    const conversion = compileResponseConversion(['image/webp'], undefined);
    expect(conversion?.(JSON_TYPE, 'image/webp,image/*,*/*;q=0.8')).toBe('decode');
    expect(conversion?.(JSON_TYPE, 'image/*,image/webp')).toBe('none');
  });

  it('takes everything for binary with */* (guide, "Working with binary media types")', () => {
    expect(compileResponseConversion(['*/*'], undefined)?.(undefined, undefined)).toBe('none');
  });
});

describe('converting', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = convert(Buffer.from(bytes), 'encode');
        expect(convert(text as Buffer, 'decode')).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it.each(['{"a":1}', 'QQ=', 'Q', 'QQ==QQ==', 'QU\nJD', 'QUJ=='])(
    'fails for %j, which is no base64 (fact D74)',
    (text) => {
      expect(convert(Buffer.from(text), 'decode')).toBeUndefined();
    },
  );

  it('does not need the padding, as Java’s decoder', () => {
    expect(convert(Buffer.from('QQ'), 'decode')?.toString()).toBe('A');
  });
});
