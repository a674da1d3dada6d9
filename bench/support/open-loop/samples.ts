import { percentile } from '../statistics.ts';

/** What one run of the driver saw. */
export interface OpenLoopReport {
  readonly answered: number;
  /** Requests without an answer, and answers of 400 and above. */
  readonly failed: number;
  /** Latencies from the moment at which a request was due to its answer's last byte; infinite for one without an answer. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  /** How late a request was sent that had a connection to go by: the driver's own part in the latencies. NaN for none. */
  readonly lateP99Ms: number;
}

/** What became of requests, as far as they were due from a moment on. */
export class Samples {
  readonly #fromMs: number;
  readonly #wanted: number;
  readonly #latenciesMs: Float64Array;
  readonly #lateMs: Float64Array;
  #answered = 0;
  #sent = 0;
  #refused = 0;

  /** @param wanted how many requests will be due from then on */
  constructor(fromMs: number, wanted: number) {
    this.#fromMs = fromMs;
    this.#wanted = wanted;
    this.#latenciesMs = new Float64Array(wanted).fill(Infinity);
    this.#lateMs = new Float64Array(wanted);
  }

  sentAtOnce(dueMs: number, nowMs: number): void {
    if (dueMs >= this.#fromMs) this.#lateMs[this.#sent++] = nowMs - dueMs;
  }

  answered(dueMs: number, nowMs: number, status: number): void {
    if (dueMs < this.#fromMs) return;
    this.#latenciesMs[this.#answered++] = nowMs - dueMs;
    if (status >= 400) this.#refused++;
  }

  report(): OpenLoopReport {
    const latenciesMs = this.#latenciesMs.toSorted();
    return {
      answered: this.#answered,
      failed: this.#wanted - this.#answered + this.#refused,
      p50Ms: percentile(latenciesMs, 0.5),
      p99Ms: percentile(latenciesMs, 0.99),
      p999Ms: percentile(latenciesMs, 0.999),
      lateP99Ms: percentile(this.#lateMs.subarray(0, this.#sent).sort(), 0.99),
    };
  }
}
