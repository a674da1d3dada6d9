import { expect, test } from 'vitest';
import { readJson } from './json-text.ts';

test('says where the members of a text stand, by JSON pointers', () => {
  const text = '{\n  "a/b": [1, {"c": true}],\n  "x": 1, "x": {\n    "y": null }\n}';
  const { value, problem, positionOf } = readJson(text);
  expect(value).toEqual({ 'a/b': [1, { c: true }], x: { y: null } });
  expect(problem).toBeUndefined();
  expect(positionOf('')).toEqual({ line: 1, column: 1 });
  expect(positionOf('/a~1b')).toEqual({ line: 2, column: 3 });
  expect(positionOf('/a~1b/1/c')).toEqual({ line: 2, column: 15 });
  expect(positionOf('/x/y')).toEqual({ line: 4, column: 5 });
  expect(positionOf('/a~1b/7/no')).toEqual({ line: 2, column: 10 });
});

test.each([
  ['{\n  "a": 1,\n}', { line: 3, column: 1 }],
  ['{"a": x}', { line: 1, column: 7 }],
  ['{\n  "a": [1', { line: 2, column: 10 }],
  ['', { line: 1, column: 1 }],
])('says where %j is no JSON', (text, place) => {
  const { value, problem } = readJson(text);
  expect(value).toBeUndefined();
  expect(problem).toMatchObject(place);
  expect(problem?.message).not.toMatch(/position|^$/);
});
