/** Requests at even distances: the first is due at the start, the last one distance before the end. */
export class Schedule {
  readonly total: number;
  readonly #startMs: number;
  readonly #perMs: number;

  constructor(startMs: number, ratePerSecond: number, seconds: number) {
    this.#startMs = startMs;
    this.#perMs = ratePerSecond / 1000;
    this.total = Math.round(ratePerSecond * seconds);
  }

  /** How many requests are due by a moment, all earlier ones counted. */
  dueBy(nowMs: number): number {
    if (nowMs < this.#startMs) return 0;
    return Math.min(this.total, Math.floor((nowMs - this.#startMs) * this.#perMs) + 1);
  }

  /** When a request is due. */
  timeOf(index: number): number {
    return this.#startMs + index / this.#perMs;
  }
}
