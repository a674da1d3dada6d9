import type { MetricBucket } from '../model/index.ts';
import { mergePoints, type Point } from './point.ts';

/** Points of one series by periods that are counted from a start. A month has many, which come nearly all in order. */
export class Buckets {
  readonly #start: number;
  readonly #end: number;
  readonly #period: number;
  /** Ascending, with a point each. */
  readonly #periods: number[] = [];
  readonly #points: Point[] = [];
  /** Of periods that others had been behind when they came. */
  readonly #late = new Map<number, Point>();

  /** All in seconds. @param end exclusive */
  constructor(start: number, end: number, period: number) {
    this.#start = start;
    this.#end = end;
    this.#period = period;
  }

  add(at: number, point: Point): void {
    if (at < this.#start || at >= this.#end) return;
    const period = Math.floor((at - this.#start) / this.#period);
    const last = this.#periods.length - 1;
    const lastPeriod = last < 0 ? -1 : (this.#periods[last] as number);
    if (period > lastPeriod) {
      this.#periods.push(period);
      this.#points.push(point);
    } else if (period === lastPeriod) this.#points[last] = mergePoints(this.#points[last] as Point, point);
    else addTo(this.#late, period, point);
  }

  /** Ascending. */
  list(unit: string): readonly MetricBucket[] {
    const buckets: MetricBucket[] = [];
    const put = (period: number, { sampleCount, sum, minimum, maximum, histogram }: Point): void => {
      const startMs = 1_000 * (this.#start + period * this.#period);
      // Spelt out, because a month has many.
      buckets.push(
        histogram === undefined
          ? { startMs, unit, sampleCount, sum, minimum, maximum }
          : { startMs, unit, sampleCount, sum, minimum, maximum, histogram },
      );
    };
    if (this.#late.size === 0) {
      for (let n = 0; n < this.#periods.length; n++) put(this.#periods[n] as number, this.#points[n] as Point);
      return buckets;
    }
    const all = new Map(this.#late);
    for (let n = 0; n < this.#periods.length; n++) addTo(all, this.#periods[n] as number, this.#points[n] as Point);
    for (const [period, point] of [...all].sort(([a], [b]) => a - b)) put(period, point);
    return buckets;
  }
}

function addTo(points: Map<number, Point>, period: number, point: Point): void {
  const known = points.get(period);
  points.set(period, known === undefined ? point : mergePoints(known, point));
}
