import { type Histogram, middleOf } from '../../histogram/index.ts';
import { type Family, type HistogramSample, type Labels, labelsOf } from '../exposition/index.ts';
import type { CountedValues } from '../metrics/counting-histogram.ts';
import { keptWith, NO_VALUES, secondsOf } from '../metrics/kept-values.ts';
import type { FunctionCounts } from './function-counters.ts';

/** Upper bounds of durations in milliseconds, up to Lambda's longest timeout (Lambda quotas: 900 seconds). */
const BOUNDS_MS: readonly number[] = [1, 5, 10, 25, 50, 100, 250, 1_000, 5_000, 30_000, 300_000, 900_000];
const BOUNDS_S: readonly number[] = BOUNDS_MS.map((ms) => ms / 1000);

/** So many versions are told of; the one that ran longest ago makes room. */
const MAX_VERSIONS = 10_000;

interface Total {
  readonly labels: Labels;
  invocations: number;
  errors: number;
  throttles: number;
  durationSumMs: number;
  /** Those that took longest have the last place. */
  readonly buckets: number[];
  /** The durations themselves, within 1 %; undefined where they are not kept. */
  kept: Histogram | undefined;
}

/** What all processes have counted of functions since the start, by version. */
export class FunctionTotals {
  readonly #totals = new Map<string, Total>();
  readonly #keepsValues: boolean;

  /** @param keepsValues whether durations are kept within 1 %, besides their buckets */
  constructor(keepsValues = false) {
    this.#keepsValues = keepsValues;
  }

  /** Adds what one process has counted since the last time. */
  add(counted: readonly FunctionCounts[]): void {
    for (const counts of counted) {
      const total = this.#totalOf(counts);
      total.invocations += counts.invocations;
      total.errors += counts.errors;
      total.throttles += counts.throttles;
      total.durationSumMs += counts.durationSumMs;
      addDurations(total.buckets, counts.durations);
      if (total.kept !== undefined) total.kept = keptWith(total.kept, counts.durations);
    }
  }

  clear(): void {
    this.#totals.clear();
  }

  /** The part of `/metrics` that tells of functions. */
  families(): readonly Family[] {
    const totals = [...this.#totals.values()];
    const counter = (name: string, help: string, value: (total: Total) => number): Family => ({
      name: `sallyport_lambda_${name}`,
      type: 'counter',
      help,
      samples: totals.map((total) => ({ labels: total.labels, value: value(total) })),
    });
    return [
      counter('invocations', 'Invocations that ran (CloudWatch: Invocations).', ({ invocations }) => invocations),
      counter('errors', 'Invocations that ended with an error (CloudWatch: Errors).', ({ errors }) => errors),
      counter('throttles', 'Invocations that a limit refused (CloudWatch: Throttles).', ({ throttles }) => throttles),
      {
        name: 'sallyport_lambda_duration_seconds',
        type: 'histogram',
        unit: 'seconds',
        help: 'How long invocations ran, to within 1 % of the bounds (CloudWatch: Duration).',
        bounds: BOUNDS_S,
        samples: durationSamples(totals),
      },
    ];
  }

  /** Moves it to the end, where those are that ran last. */
  #totalOf({ run: { functionArn, executedVersion } }: FunctionCounts): Total {
    const key = `${functionArn} ${executedVersion}`;
    const total = this.#totals.get(key) ?? emptyTotal(functionArn, executedVersion, this.#keepsValues);
    this.#totals.delete(key);
    this.#totals.set(key, total);
    const [oldest] = this.#totals.keys();
    if (this.#totals.size > MAX_VERSIONS && oldest !== undefined) this.#totals.delete(oldest);
    return total;
  }
}

function emptyTotal(functionArn: string, executedVersion: string, keepsValues: boolean): Total {
  const labels = labelsOf({
    function_name: functionArn.slice(functionArn.lastIndexOf(':') + 1),
    function_arn: functionArn,
    executed_version: executedVersion,
  });
  const buckets = new Array<number>(BOUNDS_MS.length + 1).fill(0);
  const kept = keepsValues ? NO_VALUES : undefined;
  return { labels, invocations: 0, errors: 0, throttles: 0, durationSumMs: 0, buckets, kept };
}

function addDurations(buckets: number[], { bins, counts }: CountedValues): void {
  for (const [place, bin] of bins.entries()) {
    const ms = middleOf(bin);
    const found = BOUNDS_MS.findIndex((bound) => ms <= bound);
    const bucket = found === -1 ? BOUNDS_MS.length : found;
    buckets[bucket] = (buckets[bucket] as number) + (counts[place] as number);
  }
}

function* durationSamples(totals: readonly Total[]): Generator<HistogramSample> {
  for (const { labels, buckets, durationSumMs, invocations, kept } of totals) {
    const values = kept && secondsOf(kept);
    yield { labels, buckets, sum: durationSumMs / 1000, count: invocations, ...(values && { values }) };
  }
}
