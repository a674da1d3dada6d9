import { readComparison } from '../comparison.ts';
import { Cursor } from '../cursor.ts';
import { LogPatternSyntaxError } from '../errors.ts';

/** One field of a pattern for space-delimited events. */
export interface FieldPattern {
  /** Undefined for one without a name, as between two commas. */
  readonly name: string | undefined;
  readonly test: ((value: string) => boolean) | undefined;
}

export interface FieldPatterns {
  /** All up to `...`, or all. */
  readonly before: readonly FieldPattern[];
  /** What follows `...`; undefined without it. */
  readonly after: readonly FieldPattern[] | undefined;
  readonly regexCount: number;
}

const NAME = /[\p{L}\p{N}_]+/uy;
const BARE_VALUE = /[^\s,&|"%[\]()]+/y;

/**
 * Reads `ip, user, ..., status=4* || status=5*, bytes`, brackets left out (user guide, "Match terms in space-delimited log
 * events"). Nothing at all stands for any fields.
 * @throws {LogPatternSyntaxError}
 */
export function parseFields(text: string): FieldPatterns {
  if (text.trim() === '') return { before: [], after: [], regexCount: 0 };
  const cursor = new Cursor(text);
  const before: FieldPattern[] = [];
  let after: FieldPattern[] | undefined;
  let regexCount = 0;
  do {
    cursor.skipSpace();
    if (cursor.take('...')) {
      if (after !== undefined) throw new LogPatternSyntaxError();
      after = [];
    } else {
      const name = cursor.takeMatch(NAME);
      (after ?? before).push(name === '' ? { name: undefined, test: undefined } : { name, test: conditions(name) });
    }
    cursor.skipSpace();
  } while (cursor.take(','));
  if (!cursor.atEnd) throw new LogPatternSyntaxError();
  const names = [...before, ...(after ?? [])].flatMap(({ name }) => name ?? []);
  if (new Set(names).size < names.length) throw new LogPatternSyntaxError();
  return { before, after, regexCount };

  /** All conditions of one field are on itself; `&&` binds closer than `||`. */
  function conditions(name: string): FieldPattern['test'] {
    cursor.skipSpace();
    if (cursor.atEnd || cursor.peek() === ',') return undefined;
    const ways = [[comparison()]];
    for (;;) {
      cursor.skipSpace();
      const isOther = cursor.take('||');
      if (!isOther && !cursor.take('&&')) break;
      cursor.skipSpace();
      if (cursor.takeMatch(NAME) !== name) throw new LogPatternSyntaxError();
      if (isOther) ways.push([comparison()]);
      else ways.at(-1)?.push(comparison());
    }
    return (value) => ways.some((tests) => tests.every((test) => test(value)));
  }

  function comparison(): (value: string) => boolean {
    const { isRegex, test } = readComparison(cursor, BARE_VALUE);
    if (isRegex) regexCount += 1;
    return test;
  }
}
