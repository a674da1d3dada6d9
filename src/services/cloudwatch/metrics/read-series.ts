import type { MetricBucket, MetricId, MetricStore, Scope } from '../../../model/index.ts';
import { roundedStart } from './periods.ts';

/** What is read of one metric. */
export interface SeriesRequest {
  readonly metric: MetricId;
  readonly unit: string | undefined;
  readonly startMs: number;
  readonly endMs: number;
  readonly periodSeconds: number;
  /** Whether a statistic is wanted that needs all values. */
  readonly withHistograms: boolean;
}

/**
 * Reads a metric by periods. One that is kept by the minute has its minutes in shorter periods, too, as users of AWS report
 * (`GetMetricData` with a period of 30 seconds).
 */
export async function readSeries(
  store: MetricStore,
  scope: Scope,
  { metric, unit, startMs, endMs, periodSeconds, withHistograms }: SeriesRequest,
  nowMs: number,
): Promise<readonly MetricBucket[]> {
  const from = roundedStart(startMs, periodSeconds, nowMs);
  const query = { ...metric, ...(unit !== undefined && { unit }), startMs: from, endMs, withHistograms };
  const found = await store.read(scope, { ...query, periodSeconds });
  if (periodSeconds >= 60 || found.length > 0) return found;
  return (await store.read(scope, { ...query, startMs: roundedStart(startMs, 60, nowMs), periodSeconds: 60 })).filter(
    (bucket) => bucket.startMs >= from,
  );
}
