import { setImmediate } from 'node:timers/promises';
import type { TimeSeries } from '../../../../metric-math/index.ts';
import { type Statistic, statisticOf } from '../../../../metrics/index.ts';
import type { MetricBucket, MetricId, MetricStore, Scope } from '../../../../model/index.ts';
import { readSeries } from '../read-series.ts';

/** What is asked of one metric. */
export interface Wanted {
  readonly metric: MetricId;
  readonly statistic: Statistic;
  readonly periodSeconds: number;
  readonly unit: string | undefined;
  readonly startMs: number;
  readonly endMs: number;
}

/** A metric's series, and a complaint where it is not all. */
export interface ReadMetric {
  readonly series: Omit<TimeSeries, 'label'>;
  readonly messages: readonly { readonly Code: string; readonly Value: string }[];
}

const POINTS_A_TURN = 1_000;
const PLAIN = new Set(['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum']);

/** Reads one metric as a statistic of it, ascending. */
export async function readMetric(
  store: MetricStore,
  scope: Scope,
  { metric, statistic, periodSeconds, unit, startMs, endMs }: Wanted,
  nowMs: number,
): Promise<ReadMetric> {
  const withHistograms = !PLAIN.has(statistic.kind);
  const range = { startMs, endMs, periodSeconds, withHistograms };
  const found = await readSeries(store, scope, { metric, unit, ...range }, nowMs);
  // A call may read many, one after the other, and is not alone.
  if (found.length > POINTS_A_TURN) await setImmediate();
  const { buckets, messages } = ofOneUnit(found);
  const times: number[] = [];
  const values: number[] = [];
  for (const bucket of buckets) {
    const value = statisticOf(bucket, statistic);
    if (value === undefined) continue;
    times.push(bucket.startMs);
    values.push(value);
  }
  return { series: { periodSeconds, times, values }, messages };
}

/** Of several units the first by name is answered, with a message that names all, as users of AWS report. */
function ofOneUnit(all: readonly MetricBucket[]): Pick<ReadMetric, 'messages'> & { buckets: readonly MetricBucket[] } {
  const first = all[0]?.unit;
  if (all.every(({ unit }) => unit === first)) return { buckets: all, messages: [] };
  const units = [...new Set(all.map(({ unit }) => unit))].sort();
  return {
    buckets: all.filter(({ unit }) => unit === units[0]),
    messages: [{ Code: 'MultipleUnits', Value: `Multiple units returned: '[${units.join(', ')}]'` }],
  };
}
