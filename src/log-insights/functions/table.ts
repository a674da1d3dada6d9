import type { RunContext } from '../row.ts';
import { finite, numberOf, textOf, type Value } from '../values/index.ts';

/** A function of the language, by what it takes and what it makes of it. */
export interface QueryFunction {
  readonly minArgs: number;
  readonly maxArgs: number;
  readonly apply: (args: readonly Value[], context: RunContext) => Value;
}

export type FunctionTable = Readonly<Record<string, QueryFunction>>;

const MANY = 100;

export function any(minArgs: number, maxArgs: number | 'many', apply: QueryFunction['apply']): QueryFunction {
  return { minArgs, maxArgs: maxArgs === 'many' ? MANY : maxArgs, apply };
}

/** Of numbers: has no result where one of them is missing. */
export function ofNumbers(
  minArgs: number,
  maxArgs: number | 'many',
  apply: (...numbers: number[]) => number,
): QueryFunction {
  return any(minArgs, maxArgs, (args) => {
    const numbers = args.map(numberOf);
    return numbers.every((each) => each !== undefined) ? finite(apply(...numbers)) : undefined;
  });
}

/** Of texts: has no result where the first is missing; others are empty then. */
export function ofTexts(
  minArgs: number,
  maxArgs: number | 'many',
  apply: (first: string, second: string, third: string) => Value,
): QueryFunction {
  return any(minArgs, maxArgs, (args) => {
    const [first, second = '', third = ''] = args.map(textOf);
    return first === undefined ? undefined : apply(first, second, third);
  });
}
