import { type CountedValues, CountingHistogram } from '../metrics/counting-histogram.ts';

/** What ran, as CloudWatch names it (Lambda guide, "Types of metrics for Lambda functions"). */
export interface FunctionRun {
  /** Without a qualifier. */
  readonly functionArn: string;
  /** The version or alias that was asked for; absent where none was. */
  readonly qualifier: string | undefined;
  /** `$LATEST` or a number. */
  readonly executedVersion: string;
}

/** What was counted of one function's version. */
export interface FunctionCounts {
  readonly run: FunctionRun;
  /** Those that ran, whatever came of it. */
  readonly invocations: number;
  readonly errors: number;
  /** Those that did not run because of a limit. */
  readonly throttles: number;
  readonly durationSumMs: number;
  readonly durations: CountedValues;
  /** The most that ran at one time. */
  readonly concurrency: number;
}

/** Counts the invocations of functions in one process. */
export class FunctionCounters {
  readonly #counters = new Map<string, Counter>();
  /** Most runs are of the same version as the one before. */
  #latest: Counter | undefined;

  /** @returns to be called when the run is over */
  begin(run: FunctionRun): (outcome: 'succeeded' | 'failed' | 'throttled' | 'not-run', durationMs: number) => void {
    const counter = this.#counterOf(run);
    counter.begin();
    return (outcome, durationMs) => counter.end(outcome, durationMs);
  }

  /** What was counted since the last time. Functions that nobody calls are forgotten. */
  take(): readonly FunctionCounts[] {
    this.#latest = undefined;
    const taken: FunctionCounts[] = [];
    for (const [key, counter] of this.#counters) {
      const counts = counter.take();
      if (counts !== undefined) taken.push(counts);
      else if (!counter.isRunning) this.#counters.delete(key);
    }
    return taken;
  }

  #counterOf(run: FunctionRun): Counter {
    if (this.#latest?.counts(run)) return this.#latest;
    const key = `${run.functionArn} ${run.qualifier ?? ''} ${run.executedVersion}`;
    this.#latest = this.#counters.get(key) ?? new Counter(run);
    this.#counters.set(key, this.#latest);
    return this.#latest;
  }
}

class Counter {
  readonly #run: FunctionRun;
  readonly #durations = new CountingHistogram();
  #invocations = 0;
  #errors = 0;
  #throttles = 0;
  #durationSumMs = 0;
  #running = 0;
  #mostRunning = 0;

  constructor(run: FunctionRun) {
    this.#run = run;
  }

  get isRunning(): boolean {
    return this.#running > 0;
  }

  counts({ functionArn, qualifier, executedVersion }: FunctionRun): boolean {
    const run = this.#run;
    return run.functionArn === functionArn && run.qualifier === qualifier && run.executedVersion === executedVersion;
  }

  begin(): void {
    this.#running += 1;
    this.#mostRunning = Math.max(this.#mostRunning, this.#running);
  }

  end(outcome: 'succeeded' | 'failed' | 'throttled' | 'not-run', durationMs: number): void {
    this.#running -= 1;
    if (outcome === 'throttled') this.#throttles += 1;
    if (outcome === 'throttled' || outcome === 'not-run') return;
    this.#invocations += 1;
    if (outcome === 'failed') this.#errors += 1;
    this.#durationSumMs += durationMs;
    this.#durations.count(durationMs);
  }

  take(): FunctionCounts | undefined {
    if (this.#invocations + this.#throttles + this.#mostRunning === 0) return undefined;
    const counts = {
      run: this.#run,
      invocations: this.#invocations,
      errors: this.#errors,
      throttles: this.#throttles,
      durationSumMs: this.#durationSumMs,
      durations: this.#durations.take(),
      concurrency: this.#mostRunning,
    };
    this.#invocations = 0;
    this.#errors = 0;
    this.#throttles = 0;
    this.#durationSumMs = 0;
    this.#mostRunning = this.#running;
    return counts;
  }
}
