import type { MetricBucket } from '../model/index.ts';
import { mergePoints, type Point } from './point.ts';

/** Points of one series by periods that are counted from a start. */
export class Buckets {
  readonly #start: number;
  readonly #end: number;
  readonly #period: number;
  readonly #points = new Map<number, Point>();

  /** All in seconds. @param end exclusive */
  constructor(start: number, end: number, period: number) {
    this.#start = start;
    this.#end = end;
    this.#period = period;
  }

  add(at: number, point: Point): void {
    if (at < this.#start || at >= this.#end) return;
    const period = Math.floor((at - this.#start) / this.#period);
    const known = this.#points.get(period);
    this.#points.set(period, known === undefined ? point : mergePoints(known, point));
  }

  /** Ascending. */
  list(unit: string): readonly MetricBucket[] {
    return [...this.#points]
      .sort(([a], [b]) => a - b)
      .map(([period, { sampleCount, sum, minimum, maximum, histogram }]) => {
        const startMs = 1_000 * (this.#start + period * this.#period);
        // Spelt out, because a month has many.
        return histogram === undefined
          ? { startMs, unit, sampleCount, sum, minimum, maximum }
          : { startMs, unit, sampleCount, sum, minimum, maximum, histogram };
      });
  }
}
