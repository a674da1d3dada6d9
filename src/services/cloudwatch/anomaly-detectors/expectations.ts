import type { Surroundings } from '../../../metric-math/index.ts';
import type { Scope } from '../../../model/index.ts';
import { type MetricPoint, readMetric } from '../alarms/read-metric.ts';
import type { CloudWatchContext } from '../context.ts';
import { type DetectedMetric, findDetector } from './documents.ts';
import { TimeOfDayModel } from './time-of-day.ts';

/** AWS trains on two weeks too (user guide, "Using CloudWatch anomaly detection"). With three days of hours there is enough to say so. */
export const TRAINING = { ms: 14 * 86_400_000, hours: 72 } as const;

/** A statistic of a metric by periods of at least a minute. */
export interface ExpectedMetric extends DetectedMetric {
  readonly unit: string | undefined;
  readonly periodSeconds: number;
}

/**
 * What metrics should be, by what they were in the two weeks before at the same time of day: it knows days, but no weeks, no
 * trends and no holidays. A detector of the metric may leave times out.
 * @param expected by the ids by which expressions name them
 * @param untilMs what is later is not learned from
 */
export async function expectationsOf(
  sources: Pick<CloudWatchContext, 'store' | 'metrics'>,
  scope: Scope,
  expected: ReadonlyMap<string, ExpectedMetric>,
  untilMs: number,
): Promise<NonNullable<Surroundings['expect']>> {
  const models = new Map<string, TimeOfDayModel>();
  for (const [id, metric] of expected) models.set(id, await modelOf(sources, scope, metric, untilMs));
  return (id, timeMs) => models.get(id)?.at(timeMs);
}

async function modelOf(
  { store, metrics }: Pick<CloudWatchContext, 'store' | 'metrics'>,
  scope: Scope,
  metric: ExpectedMetric,
  untilMs: number,
): Promise<TimeOfDayModel> {
  const { namespace, metricName, dimensions, stat, unit, periodSeconds } = metric;
  const Dimensions = dimensions.map(({ name, value }) => ({ Name: name, Value: value }));
  const order = { Namespace: namespace, MetricName: metricName, Dimensions, statistic: stat, unit, periodSeconds };
  // Where a period begins, so that what is kept by the minute is found.
  const step = periodSeconds * 1_000;
  const [fromMs = 0, toMs = 0] = [untilMs - TRAINING.ms, untilMs].map((timeMs) => Math.floor(timeMs / step) * step);
  const points = await readMetric(metrics, scope, order, fromMs, toMs);
  const excluded = (await findDetector(store, scope, metric))?.excluded ?? [];
  const isExcluded = ({ timeMs }: MetricPoint) =>
    excluded.some(({ startMs, endMs }) => timeMs >= startMs && timeMs < endMs);
  return new TimeOfDayModel(points.filter((point) => !isExcluded(point)));
}
