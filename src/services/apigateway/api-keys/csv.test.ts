import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

// RFC 4180 section 2; the single quote is the guide's (page api-key-file-format).
describe('comma-separated values', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,b",c', [['a,b', 'c']]],
    ["'a,b',c", [['a,b', 'c']]],
    ['"a ""quoted"" b",c', [['a "quoted" b', 'c']]],
    ['"two\r\nlines",x', [['two\r\nlines', 'x']]],
    ['a,,c,', [['a', '', 'c', '']]],
    [
      ' a , b \n\n\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFkey,name', [['key', 'name']]],
    ["it's,fine", [["it's", 'fine']]],
    ['"never closed,b', [['"never closed', 'b']]],
    ['', []],
    [',\n', []],
  ])('%j', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it('takes time in proportion to the text', () => {
    const text = `${'"'.repeat(200_001)}${','.repeat(200_000)}`;
    const started = performance.now();
    parseCsv(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
