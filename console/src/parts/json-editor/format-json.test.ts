import { expect, it } from 'vitest';
import { formatJson } from './format-json.ts';

it('changes white space alone', () => {
  expect(formatJson('{"a":[1,12345678901234567890],"a":"\\u00e4"}')).toBe(
    '{\n  "a": [\n    1,\n    12345678901234567890\n  ],\n  "a": "\\u00e4"\n}',
  );
  expect(formatJson('{"a":')).toBeUndefined();
});
