import { LogPatternSyntaxError } from '../errors.ts';
import { LOG_PATTERN_LIMITS } from '../limits.ts';
import type { CharSet } from './char-set.ts';
import type { Alternatives } from './parse-regex.ts';

/** A place between the items of a pattern. Reading one of `reads` leads to `next`; `skips` are reached without reading. */
export interface State {
  readonly reads?: CharSet;
  readonly next: number;
  readonly skips: readonly Skip[];
}

interface Skip {
  readonly to: number;
  /** At the text's start or end alone. */
  readonly only?: 'start' | 'end';
}

export interface States {
  readonly all: readonly State[];
  /** Where each alternative begins. */
  readonly entries: readonly number[];
}

/** The state in which a pattern has matched. */
export const GOAL = 0;

/** @throws {LogPatternSyntaxError} when there are too many, repetitions written out */
export function buildStates(alternatives: Alternatives): States {
  const all: State[] = [{ next: GOAL, skips: [] }];
  const add = (state: State): number => {
    if (all.length >= LOG_PATTERN_LIMITS.maxRegexStates) throw new LogPatternSyntaxError();
    return all.push(state) - 1;
  };
  const entries = alternatives.map((sequence) => {
    // From the end to the start, so that each part knows where it leads.
    let next = GOAL;
    for (const { item, min, max } of sequence.toReversed()) {
      const after = next;
      if (typeof item === 'string') {
        if (min > 0) next = add({ next: GOAL, skips: [{ to: after, only: item }] });
        continue;
      }
      if (max === Number.POSITIVE_INFINITY) {
        next = add({ reads: item, next: all.length, skips: [{ to: after }] });
      } else {
        for (let i = min; i < max; i += 1) next = add({ reads: item, next, skips: [{ to: after }] });
      }
      for (let i = 0; i < min; i += 1) next = add({ reads: item, next, skips: [] });
    }
    return next;
  });
  return { all, entries };
}

/** All states that are reached from some without reading. */
export function close(
  { all }: States,
  from: Iterable<number>,
  at: { readonly start: boolean; readonly end: boolean },
): ReadonlySet<number> {
  const reached = new Set<number>(from);
  for (const each of reached) {
    for (const { to, only } of all[each]?.skips ?? []) if (only === undefined || at[only]) reached.add(to);
  }
  return reached;
}
