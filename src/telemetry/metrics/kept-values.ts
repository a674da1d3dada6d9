import { type Histogram, mergeHistograms, valuesOf } from '../../histogram/index.ts';
import { histogramOf } from './cloudwatch-data.ts';
import type { CountedValues } from './counting-histogram.ts';
import type { StageTotal } from './stage-counters.ts';

/** The total of a stage, with its values themselves where they are kept. */
export interface KeptTotal extends StageTotal {
  readonly kept?: { latency: Histogram; integrationLatency: Histogram };
}

export const NO_VALUES: Histogram = { bins: [], counts: [] };

/** What was kept, and what one process has counted since the last time. */
export function keptWith(kept: Histogram, counted: CountedValues): Histogram {
  return counted.bins.length === 0 ? kept : mergeHistograms(kept, histogramOf(counted));
}

/** Milliseconds as seconds, with how often each was. */
export function* secondsOf(kept: Histogram): Generator<readonly [seconds: number, count: number]> {
  for (const [ms, count] of valuesOf(kept)) yield [ms / 1000, count];
}
