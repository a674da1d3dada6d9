import { finite, numberOf } from '../values/index.ts';
import type { Accumulator } from './accumulator.ts';

/** `count()`, `count(*)`: all rows. */
export function countAll(): Accumulator {
  let count = 0;
  return {
    add() {
      count += 1;
    },
    result: () => count,
  };
}

/** `count(field)`: rows that have it. */
export function countPresent(): Accumulator {
  let count = 0;
  return {
    add(value) {
      if (value !== undefined) count += 1;
    },
    result: () => count,
  };
}

export function sum(): Accumulator {
  return overNumbers(({ sum: total }) => total);
}

export function average(): Accumulator {
  return overNumbers(({ mean }) => mean);
}

/** Of a population (user guide, `variance`). */
export function variance(): Accumulator {
  return overNumbers(({ count, squares }) => squares / count);
}

export function standardDeviation(): Accumulator {
  return overNumbers(({ count, squares }) => Math.sqrt(squares / count));
}

interface Moments {
  count: number;
  sum: number;
  mean: number;
  /** Of the distances from the mean, by Welford's method, which loses no digits. */
  squares: number;
}

function overNumbers(read: (moments: Readonly<Moments>) => number): Accumulator {
  const moments: Moments = { count: 0, sum: 0, mean: 0, squares: 0 };
  return {
    add(value) {
      const number = numberOf(value);
      if (number === undefined) return;
      moments.count += 1;
      moments.sum += number;
      const distance = number - moments.mean;
      moments.mean += distance / moments.count;
      moments.squares += distance * (number - moments.mean);
    },
    result: () => (moments.count === 0 ? undefined : finite(read(moments))),
  };
}
