import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, JsonSyntaxError, type JsonValue, parseJson, printJson } from './index.ts';

// "json-smart" names what json-smart 2.2 under Jayway JsonPath 2.0.0 printed for the same text.
describe('parseJson', () => {
  it.each([
    ['{statusCode: 200}', '{"statusCode":200}'],
    ["{'a':'b'}", '{"a":"b"}'],
    ['{"a":1,}', '{"a":1}'],
    ['[1,,2]', '[1,2]'],
    ['{"a":b c}', '{"a":"b c"}'],
    ['{"a":nul}', '{"a":"nul"}'],
    ['{"a":01}', '{"a":1}'],
    ['{"a":+1}', '{"a":"+1"}'],
    ['{"a":1}x', '{"a":1}'],
    ['{"a":1,"a":2}', '{"a":2}'],
    ['{"b":1,"1":2,"a":3}', '{"b":1,"1":2,"a":3}'],
    ['{"a":"tab\there"}', '{"a":"tab\\there"}'],
    ['[a,b c]', '["a","b c"]'],
    ['{"a":-0}', '{"a":0}'],
  ])('reads %s tolerantly, as json-smart', (text, printed) => {
    expect(printJson(parseJson(text))).toBe(printed);
  });

  it.each([
    ['{"a":10.00}', '{"a":10.0}'],
    ['{"a":1e3}', '{"a":1000.0}'],
    ['{"a":12345678.9}', '{"a":1.23456789E7}'],
    ['{"a":0.00001}', '{"a":1.0E-5}'],
    ['{"a":1990.19}', '{"a":1990.19}'],
    ['{"a":9223372036854775807}', '{"a":9223372036854775807}'],
    ['{"a":123456789012345678901234567890}', '{"a":123456789012345678901234567890}'],
    ['{"a":1.2345678901234567890}', '{"a":1.2345678901234567890}'],
    ['{"a":1E400}', '{"a":null}'],
  ])('keeps whole and floating-point numbers of %s apart, as json-smart', (text, printed) => {
    expect(printJson(parseJson(text))).toBe(printed);
  });

  it('takes text that is no JSON as one string, as json-smart', () => {
    expect(parseJson('<a>x</a>')).toBe('<a>x</a>');
    expect(parseJson('')).toBe('');
    expect(parseJson("'x'")).toBe('x');
  });

  it.each(['{"a":"x" "b":1}', '{"a"}', '{"a":}', '[1', '{"a":"\\x"}', '"a'])('refuses %s, as json-smart', (text) => {
    expect(() => parseJson(text)).toThrow(JsonSyntaxError);
  });

  it('refuses a document nested deeper than json-smart allows', () => {
    expect(parseJson('['.repeat(400) + ']'.repeat(400))).toBeInstanceOf(Array);
    expect(() => parseJson('['.repeat(401) + ']'.repeat(401))).toThrow('400 nested');
  });

  it('refuses a number that would take long to read', () => {
    expect(parseJson('9'.repeat(1000))).toBe(BigInt('9'.repeat(1000)));
    expect(() => parseJson(`[${'9'.repeat(1001)}]`)).toThrow(JsonSyntaxError);
  });

  it('reads every document as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(plain(parseJson(text))).toEqual(normal(JSON.parse(text)));
      }),
    );
  });

  it('never fails with anything but a JsonSyntaxError', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', "'", '\\', '\\u12', 'a', '1', '-', '.', 'e', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parseJson(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(JsonSyntaxError);
        }
      }),
    );
  });
});

function plain(value: JsonValue): unknown {
  if (value instanceof Decimal) return value.value;
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return new Map([...value].map(([name, item]) => [name, plain(item)]));
  return value;
}

/** Maps for objects; and 0 for -0, which Java's integers do not know. */
function normal(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([name, item]) => [name, normal(item)]));
}
