import type { Expectation } from '../../../metric-math/index.ts';

const DAY_MS = 86_400_000;
/** Values of one time of day, from so long before to so long after it. */
const AROUND_MS = 30 * 60_000;
/** So many values of a time of day say something; with fewer, all values count, whatever their time. */
const LEAST = 30;

interface Point {
  readonly timeMs: number;
  readonly value: number;
}

/** Sums over some values, less a number near all of them, so that squares of large values keep their digits. */
interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * What a metric should be at a time of the day: the mean of what it was around it on other days, and the standard deviation.
 * Made once in n log n; asked in log n.
 */
export class TimeOfDayModel {
  readonly #times: readonly number[];
  /** Over the values before a place, in the order of their times of day. */
  readonly #sums: readonly Sums[];
  readonly #center: number;

  constructor(points: readonly Point[]) {
    const sorted = points
      .map(({ timeMs, value }) => ({ time: timeMs % DAY_MS, value }))
      .sort((a, b) => a.time - b.time);
    this.#times = sorted.map(({ time }) => time);
    this.#center = sorted.reduce((sum, { value }) => sum + value, 0) / Math.max(1, sorted.length);
    let before: Sums = { count: 0, sum: 0, squares: 0 };
    this.#sums = [
      before,
      ...sorted.map(({ value }) => {
        const offset = value - this.#center;
        before = { count: before.count + 1, sum: before.sum + offset, squares: before.squares + offset * offset };
        return before;
      }),
    ];
  }

  /** Undefined while too little is known to say anything. */
  at(timeMs: number): Expectation | undefined {
    const time = timeMs % DAY_MS;
    const near = this.#around(time - AROUND_MS, time + AROUND_MS);
    const { count, sum, squares } = near.count < LEAST ? this.#between(0, DAY_MS) : near;
    if (count < 2) return undefined;
    const mean = sum / count;
    return { value: this.#center + mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
  }

  /** A range that may reach over midnight. */
  #around(from: number, to: number): Sums {
    if (from < 0) return add(this.#between(0, to), this.#between(from + DAY_MS, DAY_MS));
    if (to >= DAY_MS) return add(this.#between(from, DAY_MS), this.#between(0, to - DAY_MS));
    return this.#between(from, to);
  }

  /** Both ends belong to it. */
  #between(from: number, to: number): Sums {
    const [start, end] = [this.#sums[this.#countBelow(from)], this.#sums[this.#countBelow(to + 1)]];
    if (start === undefined || end === undefined) return { count: 0, sum: 0, squares: 0 };
    return { count: end.count - start.count, sum: end.sum - start.sum, squares: end.squares - start.squares };
  }

  #countBelow(time: number): number {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function add(one: Sums, other: Sums): Sums {
  return { count: one.count + other.count, sum: one.sum + other.sum, squares: one.squares + other.squares };
}
