import { describe, expect, it } from 'vitest';
import { parseJson } from '../../json/index.ts';
import { fromPlain, jsonText, textOf } from './index.ts';

describe('textOf', () => {
  // Expected texts: LinkedHashMap.toString and JSONArray.toString of json-smart 2.2, read by Jayway JsonPath.
  it('fact D39: prints a map as Java and a list of a document as JSON', () => {
    expect(textOf(parseJson('{"a":{"b":1},"c":["http://x/é €",{"d":null,"e":true}]}'))).toBe(
      '{a={b=1}, c=["http:\\/\\/x\\/é \\u20AC",{"d":null,"e":true}]}',
    );
  });

  it('prints numbers as Java', () => {
    expect(textOf(fromPlain({ a: 1, b: 1.5, c: 1e21, d: -0 }))).toBe('{a=1, b=1.5, c=1.0E21, d=0}');
  });
});

describe('jsonText', () => {
  // Expected text: Jayway's JsonSmartJsonProvider.toJson.
  it('prints JSON without escaping slashes', () => {
    expect(jsonText(parseJson('{"a":["http://x",10.00]}'), { escapeSlash: false })).toBe('{"a":["http://x",10.0]}');
  });
});

describe('fromPlain', () => {
  it('takes own properties only, and leaves out what is undefined', () => {
    const data = Object.assign(Object.create({ inherited: 1 }), { own: 2, nothing: undefined, list: ['x'] });
    expect(fromPlain(data)).toEqual(
      new Map<string, unknown>([
        ['own', 2],
        ['list', ['x']],
      ]),
    );
  });

  it('takes a function for nothing', () => {
    expect(fromPlain({ f: () => 1 })).toEqual(new Map([['f', null]]));
  });
});
