import type { CharTest, PlaceTest } from './syntax.ts';

const between =
  (first: string, last: string): CharTest =>
  (unit) =>
    unit >= first.charCodeAt(0) && unit <= last.charCodeAt(0);
const oneOf = (chars: string): CharTest => {
  const units = new Set([...chars].map((char) => char.charCodeAt(0)));
  return (unit) => units.has(unit);
};
const anyOf =
  (...tests: readonly CharTest[]): CharTest =>
  (unit) =>
    tests.some((test) => test(unit));
export const not =
  (test: CharTest): CharTest =>
  (unit) =>
    !test(unit);

const digit = between('0', '9');
const word = anyOf(between('a', 'z'), between('A', 'Z'), digit, oneOf('_'));
const space = oneOf(' \t\n\v\f\r');

/** Predefined classes by their letter (java.util.regex.Pattern, "Predefined character classes"; ASCII, as by default). */
export const CLASSES: ReadonlyMap<string, CharTest> = new Map([
  ['d', digit],
  ['D', not(digit)],
  ['w', word],
  ['W', not(word)],
  ['s', space],
  ['S', not(space)],
]);

/** Single characters by their letter. */
export const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
  ['a', '\x07'],
  ['e', '\x1b'],
]);

/** `.`: all but line terminators (fact D50), or really all under the flag `s`. */
export const dot: CharTest = not(oneOf('\n\r\u0085\u2028\u2029'));
export const anything: CharTest = () => true;

const isWord = (text: string, position: number): boolean => word(text.charCodeAt(position));
const boundary: PlaceTest = (text, position) => isWord(text, position - 1) !== isWord(text, position);

/** Boundaries by their letter. */
export const PLACES: ReadonlyMap<string, PlaceTest> = new Map<string, PlaceTest>([
  ['b', boundary],
  ['B', (text, position) => !boundary(text, position)],
  ['A', (_text, position) => position === 0],
  ['z', (text, position) => position === text.length],
]);

export const atStart: PlaceTest = (_text, position) => position === 0;

/** `$`: at the end, or before a line terminator that ends the text. */
export const atEnd: PlaceTest = (text, position) => /^(?:\r\n|[\n\r\u0085\u2028\u2029])?$/.test(text.slice(position));
