import { describe, expect, it } from 'vitest';
import { printJson, printJsonString } from './index.ts';

describe('printJson', () => {
  // Expected texts: json-smart 2.2, JSONStyle.LT_COMPRESS (a document) and NO_COMPRESS (a list's toString).
  it('escapes what json-smart escapes', () => {
    expect(printJsonString("http://x/y é € \u0001 ' <")).toBe('"http://x/y é \\u20AC \\u0001 \' <"');
    expect(printJsonString('http://x/y', { escapeSlash: true })).toBe('"http:\\/\\/x\\/y"');
    expect(printJsonString('a"b\\c\n')).toBe('"a\\"b\\\\c\\n"');
  });

  it('prints compactly', () => {
    expect(printJson([1, 'a', null, true, new Map([['k', [1.5]]])])).toBe('[1,"a",null,true,{"k":[1.5]}]');
  });
});
