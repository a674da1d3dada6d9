import { parseStatistic, statisticOf } from '../../../metrics/index.ts';
import type { MetricBucket, MetricStore, Scope } from '../../../model/index.ts';

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
 * The data points of a metric, ascending. Of data in several units the first counts: AWS does not say what an alarm without a
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
  const buckets = await metrics.read(scope, {
    namespace: order.Namespace ?? '',
    metricName: order.MetricName ?? '',
    dimensions: (order.Dimensions ?? []).map(({ Name = '', Value = '' }) => ({ name: Name, value: Value })),
    ...(order.unit !== undefined && { unit: order.unit }),
    startMs,
    endMs,
    periodSeconds: order.periodSeconds,
    withHistograms: !['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'].includes(order.statistic),
  });
  const points = new Map<number, MetricPoint>();
  for (const bucket of buckets) {
    const value = statisticOf(bucket, statistic);
    if (value === undefined || points.has(bucket.startMs)) continue;
    points.set(bucket.startMs, pointOf(bucket, value));
  }
  return [...points.values()];
}

function pointOf({ startMs, sampleCount }: MetricBucket, value: number): MetricPoint {
  return { timeMs: startMs, value, sampleCount };
}
