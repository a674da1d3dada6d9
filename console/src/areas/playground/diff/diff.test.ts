import { expect, test } from 'vitest';
import { comparableLines } from './comparable.ts';
import { lineDiff, shownOf } from './line-diff.ts';

const marks = { same: ' ', missing: '-', extra: '+' } as const;
const diff = (expected: string, actual: string) =>
  lineDiff([...expected], [...actual])
    .map(({ kind, text }) => marks[kind] + text)
    .join('');

test('tells which lines are missing and which are there besides', () => {
  expect(diff('abc', 'abc')).toBe(' a b c');
  expect(diff('abcd', 'axcdy')).toBe(' a-b+x c d+y');
  expect(diff('', 'ab')).toBe('+a+b');
  expect(diff('ab', '')).toBe('-a-b');
  expect(diff('abcabba', 'cbabac')).toHaveLength(2 * 9);
});

test('sees JSON by its values', () => {
  expect(comparableLines('{"b": [1, {"d": 1, "c": 2}], "a": null}')).toEqual(
    comparableLines('{ "a":null,\n"b":[1,{"c":2,"d":1}] }'),
  );
  expect(comparableLines('{"a": [1, 2]}')).not.toEqual(comparableLines('{"a": [2, 1]}'));
  expect(comparableLines(' <a>  \n</a>\n')).toEqual(['<a>', '</a>']);
});

test('shows long texts from the first difference on', () => {
  const same = Array.from({ length: 1_000 }, (_, at) => `line ${at}`);
  const shown = shownOf(lineDiff([...same, 'a', ...same], [...same, 'b', ...same]));
  expect(shown.slice(0, 5).map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'missing', 'extra']);
  expect(shown).toHaveLength(500);
  expect(shownOf(lineDiff(['a', 'b'], ['a', 'c']))).toHaveLength(3);
});

test('compares long texts within a moment', () => {
  const long = (seed: string) => Array.from({ length: 50_000 }, (_, at) => seed + at);
  expect(lineDiff(long('a'), long('b'))).toHaveLength(100_000);
});
