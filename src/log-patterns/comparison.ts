import type { Cursor } from './cursor.ts';
import { readQuoted, readRegex } from './delimited.ts';
import { LogPatternSyntaxError } from './errors.ts';
import { compileRegex } from './regex/index.ts';
import { wildcardTest } from './wildcard.ts';

const OPERATORS = ['!=', '>=', '<=', '=', '>', '<'] as const;
type Operator = (typeof OPERATORS)[number];

/** What a field is compared with: `= "GET"`, `!= 4*`, `>= 500`, `= %re[gx]%`. */
export interface Comparison {
  readonly isRegex: boolean;
  test(value: string): boolean;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Reads an operator and its value.
 * @param bareValue a sticky expression for a value without quotation marks
 * @throws {LogPatternSyntaxError}
 */
export function readComparison(cursor: Cursor, bareValue: RegExp): Comparison {
  cursor.skipSpace();
  const operator = OPERATORS.find((each) => cursor.take(each));
  if (operator === undefined) throw new LogPatternSyntaxError();
  cursor.skipSpace();
  if (cursor.peek() === '%') {
    const { test } = compileRegex(readRegex(cursor));
    return { isRegex: true, test: equality(operator, test) };
  }
  if (cursor.peek() === '"') {
    return { isRegex: false, test: equality(operator, wildcardTest(readQuoted(cursor))) };
  }
  const bare = cursor.takeMatch(bareValue);
  if (bare === '') throw new LogPatternSyntaxError();
  if (!NUMBER.test(bare)) return { isRegex: false, test: equality(operator, wildcardTest(bare)) };
  return { isRegex: false, test: numericTest(operator, bare) };
}

function equality(operator: Operator, isEqual: (text: string) => boolean): (text: string) => boolean {
  if (operator === '=') return isEqual;
  if (operator === '!=') return (text) => !isEqual(text);
  throw new LogPatternSyntaxError();
}

/** A value that is no number equals no number, and is neither less nor more. */
function numericTest(operator: Operator, bare: string): (text: string) => boolean {
  const bound = Number(bare);
  const numberOf = (text: string): number => (NUMBER.test(text) ? Number(text) : Number.NaN);
  switch (operator) {
    case '=':
      return (text) => numberOf(text) === bound;
    case '!=':
      return (text) => numberOf(text) !== bound;
    case '>':
      return (text) => numberOf(text) > bound;
    case '<':
      return (text) => numberOf(text) < bound;
    case '>=':
      return (text) => numberOf(text) >= bound;
    case '<=':
      return (text) => numberOf(text) <= bound;
  }
}
