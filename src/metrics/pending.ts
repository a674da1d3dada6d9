import type { PageEntry } from './codec/page.ts';
import { mergePoints, type Point } from './point.ts';

/** Points that are in the journal and not in a page yet. */
export class PendingPoints {
  /** By series, then by time: seconds, doubled, and one more where it is kept by the second. */
  readonly #points = new Map<number, Map<number, Point>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add({ series, at, isFine, point }: PageEntry): void {
    let times = this.#points.get(series);
    if (times === undefined) {
      times = new Map();
      this.#points.set(series, times);
    }
    const time = 2 * at + Number(isFine);
    const known = times.get(time);
    if (known === undefined) this.#size += 1;
    times.set(time, known === undefined ? point : mergePoints(known, point));
  }

  /** Those of one series. */
  *of(series: number): Generator<PageEntry> {
    for (const [time, point] of this.#points.get(series) ?? []) {
      yield { series, at: Math.floor(time / 2), isFine: time % 2 === 1, point };
    }
  }

  has(series: number): boolean {
    return this.#points.has(series);
  }

  /** All, by the numbers of series. */
  *sorted(): Generator<PageEntry> {
    for (const series of [...this.#points.keys()].sort((a, b) => a - b)) yield* this.of(series);
  }

  clear(): void {
    this.#points.clear();
    this.#size = 0;
  }
}
