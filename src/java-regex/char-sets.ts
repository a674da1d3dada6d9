import type { CharSet } from './ast.ts';

const property = (expression: RegExp): CharSet => {
  return (code) => expression.test(String.fromCodePoint(code));
};

export const not =
  (set: CharSet): CharSet =>
  (code) =>
    !set(code);

export const one =
  (wanted: number): CharSet =>
  (code) =>
    code === wanted;

export const range =
  (from: number, to: number): CharSet =>
  (code) =>
    code >= from && code <= to;

export const union = (sets: readonly CharSet[]): CharSet => {
  const [first, ...rest] = sets;
  if (first !== undefined && rest.length === 0) return first;
  return (code) => sets.some((set) => set(code));
};

export const intersection =
  (sets: readonly CharSet[]): CharSet =>
  (code) =>
    sets.every((set) => set(code));

/** Java's `\d`, `\w`, `\s` know ASCII only. */
export const DIGIT: CharSet = range(48, 57);
const LOWER = range(97, 122);
const UPPER = range(65, 90);
export const SPACE: CharSet = (code) => code === 32 || (code >= 9 && code <= 13);
export const WORD: CharSet = union([LOWER, UPPER, DIGIT, one(95)]);
export const HORIZONTAL_SPACE: CharSet = property(/[\t\p{Zs}]/u);
export const VERTICAL_SPACE: CharSet = union([range(10, 13), one(0x85), range(0x2028, 0x2029)]);
/** What `.` does not match and `$` may stand before (Pattern, "Line terminators"). */
export const LINE_TERMINATOR: CharSet = union([one(10), one(13), one(0x85), range(0x2028, 0x2029)]);

const PUNCTUATION: CharSet = union([range(33, 47), range(58, 64), range(91, 96), range(123, 126)]);

/** The names of `\p{...}` that are Java's own (Pattern, "POSIX character classes" and "java.lang.Character classes"). */
const NAMED: ReadonlyMap<string, CharSet> = new Map<string, CharSet>([
  ['Lower', LOWER],
  ['Upper', UPPER],
  ['ASCII', range(0, 127)],
  ['Alpha', union([LOWER, UPPER])],
  ['Digit', DIGIT],
  ['Alnum', union([LOWER, UPPER, DIGIT])],
  ['Punct', PUNCTUATION],
  ['Graph', range(33, 126)],
  ['Print', range(32, 126)],
  ['Blank', union([one(32), one(9)])],
  ['Cntrl', union([range(0, 31), one(127)])],
  ['XDigit', union([DIGIT, range(97, 102), range(65, 70)])],
  ['Space', SPACE],
  ['javaLowerCase', property(/\p{Lowercase}/u)],
  ['javaUpperCase', property(/\p{Uppercase}/u)],
  ['javaLetter', property(/\p{L}/u)],
  ['javaDigit', property(/\p{Nd}/u)],
  ['javaLetterOrDigit', property(/[\p{L}\p{Nd}]/u)],
  ['javaWhitespace', union([property(/\p{Z}/u), SPACE, range(0x1c, 0x1f)])],
]);

/** A set by the name inside `\p{...}`: Java's own, a Unicode category (`L`, `Lu`) or a script (`IsGreek`). */
export function namedSet(name: string): CharSet | undefined {
  const own = NAMED.get(name);
  if (own !== undefined) return own;
  const bare = name.replace(/^(?:Is|general_category=|gc=|script=|sc=)/, '');
  if (!/^[A-Za-z_]+$/.test(bare)) return undefined;
  for (const source of [`\\p{${bare}}`, `\\p{Script=${bare}}`]) {
    try {
      return property(new RegExp(source, 'u'));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

/** A set that does not tell upper from lower case. Without `UNICODE_CASE` Java folds ASCII letters only. */
export function ignoreAsciiCase(set: CharSet): CharSet {
  return (code) => {
    if (set(code)) return true;
    if (UPPER(code)) return set(code + 32);
    return LOWER(code) && set(code - 32);
  };
}
