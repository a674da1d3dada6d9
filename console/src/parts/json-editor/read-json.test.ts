import { expect, it } from 'vitest';
import { readJson } from './read-json.ts';

const firstProblem = (text: string) => readJson(text).problems[0];

it('says at which line and column a text is no JSON (RFC 8259)', () => {
  expect(firstProblem('{\n  "a": 1,\n}')).toEqual({
    line: 3,
    column: 1,
    message: 'A name in double quotes is expected.',
  });
  expect(firstProblem('{"a" 1}')).toMatchObject({ line: 1, column: 6, message: 'A colon is expected.' });
  expect(firstProblem('{"a": // 1\n 1}')).toMatchObject({ line: 1, column: 7, message: 'JSON has no comments.' });
  expect(firstProblem("{'a': 1}")).toMatchObject({ line: 1, column: 2 });
  expect(firstProblem('[1')).toMatchObject({ line: 1, column: 3, message: 'A closing bracket ] is expected.' });
  expect(firstProblem(' \n')).toMatchObject({ message: 'There is no JSON yet.' });
  expect(firstProblem('{} {}')).toMatchObject({ column: 4, message: 'The JSON has ended before this.' });
});

it('says where values stand, and what is missing where its owner stands', () => {
  const json = readJson('{\n  "a": [\n    1,\n    {"b": 2}\n  ]\n}');
  expect(json.value).toEqual({ a: [1, { b: 2 }] });
  expect(json.placeOf(['a', 1, 'b'])).toEqual({ line: 4, column: 11 });
  expect(json.placeOf(['a', 1, 'c'])).toEqual({ line: 4, column: 5 });
  expect(json.placeOf([])).toEqual({ line: 1, column: 1 });
});

it('reads hostile depths without falling over', () => {
  expect(firstProblem('['.repeat(200_000))).toBeDefined();
});
