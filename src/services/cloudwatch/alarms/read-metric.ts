import { parseStatistic, statisticOf } from '../../../metrics/index.ts';
import type { MetricBucket, MetricStore, Scope } from '../../../model/index.ts';

const MINUTE_MS = 60_000;

/** A statistic of a metric, by its periods. */
export interface MetricOrder {
  readonly Namespace?: string | undefined;
  readonly MetricName?: string | undefined;
  readonly Dimensions?:
    | readonly { readonly Name: string | undefined; readonly Value: string | undefined }[]
    | undefined;
  readonly statistic: string;
  readonly unit: string | undefined;
  readonly periodSeconds: number;
}

export interface MetricPoint {
  readonly timeMs: number;
  readonly value: number;
  readonly sampleCount: number;
}

/**
 * The data points of a metric, ascending. A metric that is kept by the minute has one a minute in shorter periods, too: the others miss
 * theirs (service model, `PutMetricAlarm`, `Period`). Of data in several units the first counts: AWS does not say what an alarm without a
 * unit does with them.
 */
export async function readMetric(
  metrics: MetricStore,
  scope: Scope,
  order: MetricOrder,
  startMs: number,
  endMs: number,
): Promise<readonly MetricPoint[]> {
  const statistic = parseStatistic(order.statistic);
  if (statistic === undefined) return [];
  const query = {
    namespace: order.Namespace ?? '',
    metricName: order.MetricName ?? '',
    dimensions: (order.Dimensions ?? []).map(({ Name = '', Value = '' }) => ({ name: Name, value: Value })),
    ...(order.unit !== undefined && { unit: order.unit }),
    endMs,
    withHistograms: !['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'].includes(order.statistic),
  };
  const { periodSeconds } = order;
  const fine = await metrics.read(scope, { ...query, startMs, periodSeconds });
  const buckets = periodSeconds >= 60 || fine.length > 0 ? fine : await minutesOf(startMs);
  const points = new Map<number, MetricPoint>();
  for (const bucket of buckets) {
    const value = statisticOf(bucket, statistic);
    if (value === undefined || points.has(bucket.startMs)) continue;
    points.set(bucket.startMs, pointOf(bucket, value));
  }
  return [...points.values()];

  async function minutesOf(fromMs: number): Promise<readonly MetricBucket[]> {
    const firstMs = Math.floor(fromMs / MINUTE_MS) * MINUTE_MS;
    const minutes = await metrics.read(scope, { ...query, startMs: firstMs, periodSeconds: 60 });
    return minutes.filter((bucket) => bucket.startMs >= fromMs);
  }
}

function pointOf({ startMs, sampleCount }: MetricBucket, value: number): MetricPoint {
  return { timeMs: startMs, value, sampleCount };
}
