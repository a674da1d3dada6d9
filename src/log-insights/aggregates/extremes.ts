import type { Budget } from '../row.ts';
import { compareValues, heldBytes, numberOf, sortOrder, type Value } from '../values/index.ts';
import type { Accumulator, NewAccumulator } from './accumulator.ts';

export const minimum: NewAccumulator = () => best((value, sofar) => (compareValues(value, sofar) ?? 0) < 0);
export const maximum: NewAccumulator = () => best((value, sofar) => (compareValues(value, sofar) ?? 0) > 0);
/** By the order of `sort`. */
export const sortsFirst: NewAccumulator = () => best((value, sofar) => sortOrder(value, sofar) < 0);
export const sortsLast: NewAccumulator = () => best((value, sofar) => sortOrder(value, sofar) > 0);

function best(isBetter: (value: Value, sofar: Value) => boolean): Accumulator {
  let sofar: Value;
  return {
    add(value, { context }) {
      if (value === undefined || (sofar !== undefined && !isBetter(value, sofar))) return;
      exchange(context.budget, sofar, value);
      sofar = value;
    },
    result: () => sofar,
  };
}

/** The value of the row with the earliest or the latest time. @param sign 1 for the latest, -1 for the earliest */
export function byTime(sign: 1 | -1, timeOf: (row: Parameters<Accumulator['add']>[1]) => Value): NewAccumulator {
  return () => {
    let sofar: Value;
    let when = Number.NEGATIVE_INFINITY;
    return {
      add(value, row) {
        const time = (numberOf(timeOf(row)) ?? Number.NEGATIVE_INFINITY) * sign;
        if (value === undefined || time <= when) return;
        exchange(row.context.budget, sofar, value);
        sofar = value;
        when = time;
      },
      result: () => sofar,
    };
  };
}

/** A group holds a value in place of the one before. */
function exchange(budget: Budget, before: Value, after: Value): void {
  budget.give(heldBytes(before));
  budget.take(heldBytes(after));
}
