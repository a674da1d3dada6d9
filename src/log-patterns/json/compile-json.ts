import { readComparison } from '../comparison.ts';
import { Cursor } from '../cursor.ts';
import { LogPatternSyntaxError } from '../errors.ts';
import { LOG_PATTERN_LIMITS } from '../limits.ts';
import { readSelector, type Selector } from './selector.ts';

type Test = (document: unknown) => boolean;

export interface JsonConditions {
  readonly test: Test;
  /** In the order of the pattern, each once. */
  readonly selectors: readonly Selector[];
  readonly regexCount: number;
}

const BARE_VALUE = /[^\s()&|"%{}]+/y;

/**
 * The conditions of `{ $.status >= 500 && ($.path = "/a*" || $.user NOT EXISTS) }`, braces left out (user guide, "Match
 * terms in JSON log events").
 * @throws {LogPatternSyntaxError}
 */
export function compileJson(conditions: string): JsonConditions {
  const reader = new Reader(conditions);
  const test = reader.read();
  const wildcards = reader.selectors.reduce((sum, selector) => sum + selector.wildcards, 0);
  if (wildcards > LOG_PATTERN_LIMITS.maxWildcards) throw new LogPatternSyntaxError();
  const selectors = new Map(reader.selectors.map((selector) => [selector.text, selector]));
  return { test, selectors: [...selectors.values()], regexCount: reader.regexCount };
}

class Reader {
  readonly selectors: Selector[] = [];
  regexCount = 0;
  private readonly cursor: Cursor;
  private nesting = 0;

  constructor(conditions: string) {
    this.cursor = new Cursor(conditions);
  }

  read(): Test {
    const test = this.either();
    if (!this.cursor.atEnd) throw new LogPatternSyntaxError();
    return test;
  }

  /** `&&` binds closer than `||`. */
  private either(): Test {
    const tests = [this.all()];
    while (this.takeSign('||')) tests.push(this.all());
    const [only] = tests;
    return tests.length === 1 && only ? only : (document) => tests.some((test) => test(document));
  }

  private all(): Test {
    const tests = [this.condition()];
    while (this.takeSign('&&')) tests.push(this.condition());
    const [only] = tests;
    return tests.length === 1 && only ? only : (document) => tests.every((test) => test(document));
  }

  private condition(): Test {
    if (!this.takeSign('(')) return this.comparison();
    this.nesting += 1;
    if (this.nesting > LOG_PATTERN_LIMITS.maxNesting) throw new LogPatternSyntaxError();
    const test = this.either();
    this.nesting -= 1;
    this.cursor.expect(')');
    this.cursor.skipSpace();
    return test;
  }

  private comparison(): Test {
    const { cursor } = this;
    const selector = readSelector(cursor);
    this.selectors.push(selector);
    cursor.skipSpace();
    const test = this.wordTest(selector) ?? this.valueTest(selector);
    cursor.skipSpace();
    return test;
  }

  private wordTest(selector: Selector): Test | undefined {
    const word = this.cursor.takeMatch(/(IS\s+(NULL|TRUE|FALSE)|NOT\s+EXISTS)\b/y);
    if (word === '') return undefined;
    if (word.startsWith('NOT')) return (document) => !selector.some(document, () => true);
    const wanted = word.endsWith('NULL') ? null : word.endsWith('TRUE');
    return (document) => selector.some(document, (value) => value === wanted);
  }

  /** "If a property selector points to an array or object, the filter pattern won't match"; nor does what is not there. */
  private valueTest(selector: Selector): Test {
    const { isRegex, test } = readComparison(this.cursor, BARE_VALUE);
    if (isRegex) this.regexCount += 1;
    const isWanted = (value: unknown): boolean =>
      typeof value === 'string' ? test(value) : typeof value === 'number' && test(String(value));
    return (document) => selector.some(document, isWanted);
  }

  private takeSign(sign: string): boolean {
    this.cursor.skipSpace();
    if (!this.cursor.take(sign)) return false;
    this.cursor.skipSpace();
    return true;
  }
}
