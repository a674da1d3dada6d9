import { Cursor } from '../cursor.ts';
import { readQuoted, readRegex } from '../delimited.ts';
import { invalidTerm, LogPatternSyntaxError } from '../errors.ts';
import { LOG_PATTERN_LIMITS } from '../limits.ts';
import { compileRegex } from '../regex/index.ts';

type Test = (message: string) => boolean;

interface Term {
  readonly sign: '?' | '-' | '';
  readonly test: Test;
}

export interface Terms {
  readonly test: Test;
  readonly regexCount: number;
}

/**
 * Words, "phrases" and %regular expressions%: all must be in a message, none that `-` excludes, and one of those with `?`
 * when there are no others (user guide, "Match terms in unstructured log events"). A word is found inside of another, as
 * in `Exception` and `InvalidQueryException` (API reference, examples of TestMetricFilter).
 * @throws {LogPatternSyntaxError}
 */
export function compileTerms(pattern: string): Terms {
  const cursor = new Cursor(pattern);
  const terms: Term[] = [];
  let regexCount = 0;
  let states = 0;
  for (cursor.skipSpace(); !cursor.atEnd; cursor.skipSpace()) {
    const sign = cursor.take('?') ? '?' : cursor.take('-') ? '-' : '';
    if (cursor.peek() !== '%') {
      terms.push({ sign, test: readTerm(cursor) });
      continue;
    }
    const { stateCount, test } = compileRegex(readRegex(cursor));
    regexCount += 1;
    states += stateCount;
    if (states > LOG_PATTERN_LIMITS.maxTermsStates) throw new LogPatternSyntaxError();
    terms.push({ sign, test });
  }
  const included = testsWith(terms, '');
  const excluded = testsWith(terms, '-');
  const optional = testsWith(terms, '?');
  if (included.length + excluded.length === 0 && optional.length > 0) {
    return { regexCount, test: (message) => optional.some((test) => test(message)) };
  }
  // "If you combine ? with other filter patterns, all question mark terms will be ignored."
  return {
    regexCount,
    test: (message) => included.every((test) => test(message)) && !excluded.some((test) => test(message)),
  };
}

function testsWith(terms: readonly Term[], sign: Term['sign']): readonly Test[] {
  return terms.filter((term) => term.sign === sign).map((term) => term.test);
}

function readTerm(cursor: Cursor): Test {
  if (cursor.peek() === '"') return phraseTest(readQuoted(cursor));
  const term = cursor.takeMatch(/[^\s]+/y);
  if (!/^[\p{L}\p{N}_]+$/u.test(term)) throw invalidTerm(term);
  return (message) => message.includes(term);
}

/** `" "` matches every message (user guide, "Match everything"). */
function phraseTest(phrase: string): Test {
  if (phrase === '') throw invalidTerm('""');
  if (phrase.trim() === '') return () => true;
  return (message) => message.includes(phrase);
}
