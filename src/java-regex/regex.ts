import type { Pattern } from './ast.ts';
import { JavaRegexLimitError } from './errors.ts';
import { JAVA_REGEX_LIMITS, type JavaRegexLimits } from './limits.ts';
import { compileLinear, type LinearMatcher } from './linear.ts';
import { compileNode, type Matcher, Run, type StepMeter } from './matcher.ts';
import { type JavaRegexFlags, parsePattern } from './parse-pattern.ts';

export type { JavaRegexFlags } from './parse-pattern.ts';

/** Where a pattern was found. Offsets count UTF-16 units. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** The text of a group by number or name; undefined when it took no part, or when there is no such group. */
  group(which: number | string): string | undefined;
}

/** A compiled pattern. All methods throw `JavaRegexLimitError` when the match takes too many steps. */
export interface JavaRegex {
  readonly source: string;
  /** Whether the whole text matches (`Matcher.matches`). */
  matches(text: string): boolean;
  /** Every place where the pattern matches, from left to right (`Matcher.find` again and again). */
  findAll(text: string): Iterable<Match>;
  /**
   * The first place where the pattern matches (`Matcher.find`).
   * @param meter counts the steps of several searches together; without one each search has a count of its own
   */
  find(text: string, meter?: StepMeter): Match | undefined;
}

/** @throws {JavaRegexSyntaxError} when Java would not take the pattern either */
export function compileJavaRegex(source: string, flags: JavaRegexFlags = {}): JavaRegex {
  const pattern = parsePattern(source, flags);
  const matcher = compileNode(pattern.root);
  return {
    source,
    matches: wholeMatcher(source, pattern, matcher),
    findAll: (text) => findAll(source, pattern, matcher, text),
    find(text, meter) {
      for (const match of findAll(source, pattern, matcher, text, meter)) return match;
      return undefined;
    },
  };
}

const QUICK = { ...JAVA_REGEX_LIMITS, maxSteps: JAVA_REGEX_LIMITS.quickSteps };

/**
 * Trying one way after the other is the quicker for most patterns and texts. One that leads too far is given up for the
 * automaton, which takes a time in proportion to both; it is made when it is needed first.
 */
function wholeMatcher(source: string, pattern: Pattern, matcher: Matcher): (text: string) => boolean {
  let linear: LinearMatcher | false | undefined;
  const tried = (text: string, limits: JavaRegexLimits): boolean =>
    onStack(source, () => matcher(new Run(text, source, pattern, limits), 0, (end) => end === text.length));
  return (text) => {
    try {
      return tried(text, QUICK);
    } catch (error) {
      if (!(error instanceof JavaRegexLimitError)) throw error;
    }
    linear ??= compileLinear(pattern.root, source) ?? false;
    return linear === false ? tried(text, JAVA_REGEX_LIMITS) : linear(text);
  };
}

function* findAll(
  source: string,
  pattern: Pattern,
  matcher: Matcher,
  text: string,
  meter?: StepMeter,
): Generator<Match> {
  const run = new Run(text, source, pattern, JAVA_REGEX_LIMITS, meter);
  for (let from = 0; from <= text.length; ) {
    run.groups.fill(-1);
    run.depth = 0;
    let end = -1;
    const found = onStack(source, () =>
      matcher(run, from, (behind) => {
        end = behind;
        return true;
      }),
    );
    if (!found) {
      from += 1;
      continue;
    }
    yield matchOf(text, from, end, run.groups.slice(), pattern);
    from = end > from ? end : end + 1;
  }
}

/** How much stack a level takes depends on the pattern, and on who calls: more than there is counts as too deep. */
function onStack(source: string, match: () => boolean): boolean {
  try {
    return match();
  } catch (error) {
    if (error instanceof RangeError) throw new JavaRegexLimitError(source);
    throw error;
  }
}

function matchOf(text: string, start: number, end: number, groups: Int32Array, pattern: Pattern): Match {
  return {
    start,
    end,
    group(which) {
      const index = typeof which === 'string' ? pattern.groupNames.get(which) : which;
      if (index === 0) return text.slice(start, end);
      if (index === undefined || index > pattern.groupCount) return undefined;
      const from = groups[index * 2] ?? -1;
      return from < 0 ? undefined : text.slice(from, groups[index * 2 + 1]);
    },
  };
}
