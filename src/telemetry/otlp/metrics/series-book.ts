import type { Labels } from '../../exposition/index.ts';
import { type Counted, since } from './points.ts';

/** What is told of a series, and since when it holds. */
export interface ToldSeries {
  readonly startMs: number;
  readonly counted: Counted;
}

interface KnownSeries {
  readonly startMs: number;
  readonly counted: Counted;
}

type Known = Map<string, Map<string, KnownSeries>>;

/**
 * Remembers what has arrived of each series: where counts are told since the last time, what did not arrive is part of the next
 * message, and nothing is lost.
 */
export class SeriesBook {
  readonly #isDelta: boolean;
  #known: Known = new Map();
  #next: Known = new Map();
  /** Until when all has arrived; a series that is new had no count then. */
  #sinceMs: number;
  #allArrived = true;

  /** @param startMs when counting began */
  constructor(isDelta: boolean, startMs: number) {
    this.#isDelta = isDelta;
    this.#sinceMs = startMs;
  }

  /** @returns undefined for a series that has nothing to tell since the last time */
  tell(metric: string, labels: Labels | undefined, counted: Counted): ToldSeries | undefined {
    const found = this.#known.get(metric)?.get(labels?.text ?? '');
    // One that has gone back began anew.
    const known = found === undefined || counted.total < found.counted.total ? undefined : found;
    if (!this.#isDelta) return { startMs: known?.startMs ?? this.#sinceMs, counted };
    const more = since(counted, known?.counted);
    if (more.total === 0 && (more.sum ?? 0) === 0) {
      if (known !== undefined) keep(this.#next, metric, labels, known);
      return undefined;
    }
    return { startMs: known?.startMs ?? this.#sinceMs, counted: more };
  }

  /** Called for every series that was told of, once it is known whether it has arrived. */
  settle(
    metric: string,
    labels: Labels | undefined,
    counted: Counted,
    told: ToldSeries,
    atMs: number | undefined,
  ): void {
    if (atMs === undefined) {
      this.#allArrived = false;
      const known = this.#known.get(metric)?.get(labels?.text ?? '');
      // One that has begun anew has nothing to go on from.
      if (known !== undefined && known.counted.total <= counted.total) keep(this.#next, metric, labels, known);
      return;
    }
    const startMs = this.#isDelta ? atMs : told.startMs;
    // Since the start, no more is looked at than whether it goes back.
    keep(this.#next, metric, labels, { startMs, counted: this.#isDelta ? counted : { total: counted.total } });
  }

  /** Called when all series have been told of: those that were not are there no more. */
  end(nowMs: number): void {
    this.#known = this.#next;
    this.#next = new Map();
    if (this.#allArrived) this.#sinceMs = nowMs;
    this.#allArrived = true;
  }
}

function keep(into: Known, metric: string, labels: Labels | undefined, series: KnownSeries): void {
  const known = into.get(metric) ?? new Map<string, KnownSeries>();
  into.set(metric, known);
  known.set(labels?.text ?? '', series);
}
