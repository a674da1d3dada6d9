import { binOf } from '../../histogram/index.ts';

/** What is beyond these is counted as these: of milliseconds a microsecond, of bytes more than there are. */
const LEAST = 2 ** -10;
const MOST = 2 ** 53;
/** Bins are made room for so many at a time: one power of two. */
const STEP = 64;

/** What was counted, for other processes. Percentiles of it are within 1 %. */
export interface CountedValues {
  readonly minimum: number;
  readonly maximum: number;
  /** Ascending; `counts` is as long. */
  readonly bins: Uint32Array;
  readonly counts: Uint32Array;
}

/**
 * Counts values that are not negative without making anything for one: an addition to an array that covers the bins that came before, and grows
 * when one comes from further off. A stage whose requests are much alike needs about a kilobyte; one without any, nothing.
 */
export class CountingHistogram {
  #first = 0;
  #counts: Uint32Array | undefined;
  #minimum = Number.POSITIVE_INFINITY;
  #maximum = Number.NEGATIVE_INFINITY;

  count(value: number): void {
    const bin = binOf(value < LEAST ? LEAST : value > MOST ? MOST : value);
    const place = bin - this.#first;
    const counts =
      this.#counts !== undefined && place >= 0 && place < this.#counts.length ? this.#counts : this.#cover(bin);
    const at = bin - this.#first;
    counts[at] = (counts[at] as number) + 1;
    if (value < this.#minimum) this.#minimum = value;
    if (value > this.#maximum) this.#maximum = value;
  }

  /** What was counted since the last time. */
  take(): CountedValues {
    const counts = this.#counts ?? new Uint32Array(0);
    let used = 0;
    for (let place = 0; place < counts.length; place++) if (counts[place] !== 0) used++;
    const taken = { bins: new Uint32Array(used), counts: new Uint32Array(used) };
    for (let place = 0, at = 0; at < used; place++) {
      if (counts[place] === 0) continue;
      taken.bins[at] = this.#first + place;
      taken.counts[at++] = counts[place] as number;
    }
    const result = { minimum: this.#minimum, maximum: this.#maximum, ...taken };
    counts.fill(0);
    this.#minimum = Number.POSITIVE_INFINITY;
    this.#maximum = Number.NEGATIVE_INFINITY;
    return result;
  }

  /** Gives its memory back; what was counted and not taken is lost. */
  release(): void {
    this.#counts = undefined;
  }

  #cover(bin: number): Uint32Array {
    const old = this.#counts;
    const step = bin - (bin % STEP);
    const first = old === undefined ? step : Math.min(this.#first, step);
    const end = old === undefined ? step + STEP : Math.max(this.#first + old.length, step + STEP);
    const counts = new Uint32Array(end - first);
    if (old !== undefined) counts.set(old, this.#first - first);
    this.#first = first;
    this.#counts = counts;
    return counts;
  }
}
