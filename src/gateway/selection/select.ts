import { compileJavaRegex, JavaRegexLimitError, JavaRegexSyntaxError } from '../../java-regex/index.ts';
import { MAX_SELECTION_INPUT_LENGTH } from '../limits.ts';

/** What of an integration response concerns its choice. */
export interface Selectable {
  readonly statusCode: string;
  readonly selectionPattern?: string;
}

/**
 * Chooses by the value that AWS matches: the status as text for HTTP and MOCK, a function's `errorMessage` (empty when it
 * did not fail) for Lambda. Undefined when nothing matches and there is no default (fact D52).
 */
export type Selection<T> = (value: string) => T | undefined;

/**
 * Compiles the choice among integration responses. A pattern must match the whole value; without one a response is the
 * default; of several that match, the one whose own status is the value wins, then the first (facts D50, D51).
 * @param warn told of every pattern that cannot be used, or takes too long: it does not match
 */
export function compileSelection<T extends Selectable>(
  responses: readonly T[],
  warn: (message: string) => void,
): Selection<T> {
  const byPattern: { readonly response: T; readonly matches: (value: string) => boolean }[] = [];
  let byDefault: T | undefined;
  for (const response of responses) {
    const { selectionPattern } = response;
    if (selectionPattern === undefined || selectionPattern === '') byDefault ??= response;
    else byPattern.push({ response, matches: compilePattern(selectionPattern, warn) });
  }
  return (value) => {
    const text = value.slice(0, MAX_SELECTION_INPUT_LENGTH);
    const matching = byPattern.filter(({ matches }) => matches(text));
    const chosen = matching.find(({ response }) => response.statusCode === value) ?? matching[0];
    return chosen?.response ?? byDefault;
  };
}

function compilePattern(pattern: string, warn: (message: string) => void): (value: string) => boolean {
  try {
    const regex = compileJavaRegex(pattern);
    return (value) => bounded(() => regex.matches(value), warn);
  } catch (error) {
    if (!(error instanceof JavaRegexSyntaxError)) throw error;
    warn(`A selection pattern never matches: ${error.message}`);
    return () => false;
  }
}

/** Clients can influence what a pattern is tried on, so a match that takes too long is given up. */
function bounded(match: () => boolean, warn: (message: string) => void): boolean {
  try {
    return match();
  } catch (error) {
    if (!(error instanceof JavaRegexLimitError)) throw error;
    warn(`A selection pattern was given up: ${error.message}`);
    return false;
  }
}
