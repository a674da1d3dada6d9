import { anything, atEnd, atStart, CLASSES, CONTROLS, dot, not, PLACES } from './char-sets.ts';
import { type CharTest, JavaRegexError, type Syntax } from './syntax.ts';

/** Bounds a repetition's count, as the pattern is unrolled by it. */
const MAX_REPEAT = 100;

/** Where the parser is; the only thing here that changes. */
interface Cursor {
  readonly pattern: string;
  position: number;
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
}

/**
 * Parses a pattern (java.util.regex.Pattern, "Summary of regular-expression constructs").
 * @throws {JavaRegexError} for what is malformed or not supported
 */
export function parseJavaRegex(pattern: string): Syntax {
  const flags = /^\(\?([is]+)\)/.exec(pattern);
  const cursor: Cursor = {
    pattern,
    position: flags?.[0].length ?? 0,
    ignoreCase: flags?.[1]?.includes('i') ?? false,
    dotAll: flags?.[1]?.includes('s') ?? false,
  };
  const syntax = parseChoice(cursor);
  if (cursor.position < pattern.length) throw unsupported(cursor, 'an unmatched `)`');
  return syntax;
}

function parseChoice(cursor: Cursor): Syntax {
  const items = [parseSequence(cursor)];
  while (take(cursor, '|')) items.push(parseSequence(cursor));
  const [only] = items;
  return only !== undefined && items.length === 1 ? only : { type: 'choice', items };
}

function parseSequence(cursor: Cursor): Syntax {
  const items: Syntax[] = [];
  for (let next = peek(cursor); next !== undefined && next !== '|' && next !== ')'; next = peek(cursor)) {
    if (cursor.pattern.startsWith('\\Q', cursor.position)) {
      const quoted = parseQuoted(cursor);
      const last = quoted.pop();
      items.push(...quoted);
      if (last !== undefined) items.push(parseQuantifiers(cursor, last));
    } else items.push(parseQuantifiers(cursor, parseAtom(cursor)));
  }
  return { type: 'sequence', items };
}

function parseQuoted(cursor: Cursor): Syntax[] {
  const start = cursor.position + 2;
  const end = cursor.pattern.indexOf('\\E', start);
  const text = cursor.pattern.slice(start, end < 0 ? undefined : end);
  cursor.position = end < 0 ? cursor.pattern.length : end + 2;
  return [...text].flatMap((char) => char.split('').map((unit) => literal(cursor, unit)));
}

function parseAtom(cursor: Cursor): Syntax {
  const char = next(cursor);
  switch (char) {
    case '.':
      return { type: 'char', test: cursor.dotAll ? anything : dot };
    case '^':
      return { type: 'place', test: atStart };
    case '$':
      return { type: 'place', test: atEnd };
    case '(':
      return parseGroup(cursor);
    case '[':
      return { type: 'char', test: parseClass(cursor) };
    case '\\':
      return parseEscape(cursor);
    case '*':
    case '+':
    case '?':
      throw unsupported(cursor, `a \`${char}\` with nothing to repeat`);
    default:
      return literal(cursor, char);
  }
}

function parseGroup(cursor: Cursor): Syntax {
  let lookahead: 'positive' | 'negative' | undefined;
  if (take(cursor, '?:') || takeName(cursor)) lookahead = undefined;
  else if (take(cursor, '?=')) lookahead = 'positive';
  else if (take(cursor, '?!')) lookahead = 'negative';
  else if (peek(cursor) === '?') throw unsupported(cursor, 'this kind of group, lookbehind or inline flag');
  const item = parseChoice(cursor);
  if (!take(cursor, ')')) throw unsupported(cursor, 'a group that is not closed');
  return lookahead === undefined ? item : { type: 'lookahead', item, negative: lookahead === 'negative' };
}

function takeName(cursor: Cursor): boolean {
  const name = /^\?<[A-Za-z][A-Za-z0-9]*>/.exec(cursor.pattern.slice(cursor.position));
  if (name === null) return false;
  cursor.position += name[0].length;
  return true;
}

function parseQuantifiers(cursor: Cursor, atom: Syntax): Syntax {
  const range = parseRange(cursor);
  if (range === undefined) return atom;
  if (take(cursor, '+')) throw unsupported(cursor, 'a possessive quantifier');
  take(cursor, '?');
  const { min, max } = range;
  if (min > MAX_REPEAT || (max !== Number.POSITIVE_INFINITY && max > MAX_REPEAT))
    throw unsupported(cursor, `a repetition of more than ${MAX_REPEAT} times`);
  if (max < min) throw unsupported(cursor, 'a repetition whose bounds are the wrong way round');
  return { type: 'repeat', item: atom, min, max };
}

function parseRange(cursor: Cursor): { min: number; max: number } | undefined {
  if (take(cursor, '*')) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (take(cursor, '+')) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (take(cursor, '?')) return { min: 0, max: 1 };
  if (peek(cursor) !== '{') return undefined;
  const range = /^\{(\d+)(,(\d*))?\}/.exec(cursor.pattern.slice(cursor.position));
  if (range === null) throw unsupported(cursor, 'a `{` that starts no repetition');
  cursor.position += range[0].length;
  const min = Number(range[1]);
  if (range[2] === undefined) return { min, max: min };
  return { min, max: range[3] === '' ? Number.POSITIVE_INFINITY : Number(range[3]) };
}

function parseEscape(cursor: Cursor): Syntax {
  const char = next(cursor);
  const place = PLACES.get(char);
  if (place !== undefined) return { type: 'place', test: place };
  const set = CLASSES.get(char);
  if (set !== undefined) return { type: 'char', test: set };
  return literal(cursor, escapedChar(cursor, char));
}

/** What stands after a backslash and means one character. */
function escapedChar(cursor: Cursor, char: string): string {
  const control = CONTROLS.get(char);
  if (control !== undefined) return control;
  const digits = char === 'x' ? 2 : char === 'u' ? 4 : 0;
  if (digits > 0) {
    const hex = cursor.pattern.slice(cursor.position, cursor.position + digits);
    if (hex.length === digits && /^[0-9a-fA-F]+$/.test(hex)) {
      cursor.position += digits;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
  }
  if (/[A-Za-z0-9]/.test(char)) throw unsupported(cursor, `\`\\${char}\``);
  return char;
}

function parseClass(cursor: Cursor): CharTest {
  const negative = take(cursor, '^');
  const tests: CharTest[] = [];
  for (let first = true; first || peek(cursor) !== ']'; first = false) {
    if (cursor.pattern.startsWith('&&', cursor.position)) throw unsupported(cursor, 'a class intersection');
    const member = parseClassMember(cursor);
    if (typeof member !== 'string') {
      tests.push(member);
      continue;
    }
    const isRange = peek(cursor) === '-' && cursor.pattern[cursor.position + 1] !== ']';
    const last = isRange ? parseRangeEnd(cursor) : member;
    tests.push(unitsBetween(cursor, member, last));
  }
  cursor.position++;
  const test: CharTest = (unit) => tests.some((member) => member(unit));
  return negative ? not(test) : test;
}

function parseRangeEnd(cursor: Cursor): string {
  cursor.position++;
  const last = parseClassMember(cursor);
  if (typeof last !== 'string') throw unsupported(cursor, 'a range that ends in a class');
  return last;
}

/** One character of a class, or a predefined class within it. */
function parseClassMember(cursor: Cursor): string | CharTest {
  const char = next(cursor);
  if (char === '[') throw unsupported(cursor, 'a class within a class');
  if (char !== '\\') return char;
  const escaped = next(cursor);
  return CLASSES.get(escaped) ?? escapedChar(cursor, escaped);
}

function literal(cursor: Cursor, char: string): Syntax {
  return { type: 'char', test: unitsBetween(cursor, char, char) };
}

/** All code units of a range; under the flag `i` also the other case of its ASCII letters. */
function unitsBetween(cursor: Cursor, first: string, last: string): CharTest {
  const low = first.charCodeAt(0);
  const high = last.charCodeAt(0);
  if (high < low) throw unsupported(cursor, 'a range that is the wrong way round');
  const within: CharTest = (unit) => unit >= low && unit <= high;
  if (!cursor.ignoreCase) return within;
  return (unit) => within(unit) || (isAsciiLetter(unit) && within(unit ^ 0x20));
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function peek(cursor: Cursor): string | undefined {
  return cursor.pattern[cursor.position];
}

function next(cursor: Cursor): string {
  const char = cursor.pattern[cursor.position++];
  if (char === undefined) throw unsupported(cursor, 'an end in the middle of something');
  return char;
}

function take(cursor: Cursor, text: string): boolean {
  if (!cursor.pattern.startsWith(text, cursor.position)) return false;
  cursor.position += text.length;
  return true;
}

function unsupported(cursor: Cursor, what: string): JavaRegexError {
  return new JavaRegexError(`\`${cursor.pattern}\` has ${what}, which is not supported.`);
}
