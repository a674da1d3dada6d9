import { binOf, middleOf } from '../../histogram/index.ts';
import { QUERY_LIMITS } from '../limits.ts';
import { numberOf } from '../values/index.ts';
import type { Accumulator } from './accumulator.ts';

const BYTES_A_VALUE = 8;
const BYTES_A_BIN = 40;

/**
 * `pct(field, percent)`: the least value that so many percent of all are not above. Exact for few values; of many within 1 %, so that
 * any number of them is held in little.
 */
export function percentile(percent: number): Accumulator {
  let exact: number[] | undefined = [];
  const bins = new Map<number, number>();
  let count = 0;
  return {
    add(value, { context }) {
      const number = numberOf(value);
      if (number === undefined) return;
      count += 1;
      if (exact) {
        context.budget.take(BYTES_A_VALUE);
        exact.push(number);
        if (exact.length <= QUERY_LIMITS.maxExactValues) return;
        for (const each of exact) noteIn(bins, each);
        context.budget.take(bins.size * BYTES_A_BIN);
        exact = undefined;
      } else if (noteIn(bins, number)) {
        context.budget.take(BYTES_A_BIN);
      }
    },
    result() {
      if (count === 0) return undefined;
      const rank = Math.max(1, Math.ceil((percent / 100) * count));
      if (exact) return exact.sort((a, b) => a - b)[rank - 1];
      let seen = 0;
      for (const [bin, size] of [...bins].sort(([a], [b]) => a - b)) {
        seen += size;
        if (seen >= rank) return bin < 0 ? -middleOf(-bin) : middleOf(bin);
      }
      return undefined;
    },
  };
}

/** Values below zero have the bins of their amounts, with a sign. @returns whether it is the first value of its bin */
function noteIn(bins: Map<number, number>, value: number): boolean {
  const bin = value < 0 ? -binOf(-value) : binOf(value);
  const size = bins.get(bin);
  bins.set(bin, (size ?? 0) + 1);
  return size === undefined;
}
