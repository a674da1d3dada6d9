import type { Expectation, Surroundings } from '../../../metric-math/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { MetricAlarmConfiguration } from '../alarms/documents.ts';
import { type MetricPoint, readMetric } from '../alarms/read-metric.ts';
import type { CloudWatchContext } from '../context.ts';
import { findDetector } from './documents.ts';

/** AWS trains on two weeks too (user guide, "Using CloudWatch anomaly detection"). With three days of hours there is enough to say so. */
export const TRAINING = { ms: 14 * 86_400_000, hours: 72 } as const;

const DAY_MS = 86_400_000;
/** Values of one time of day, from so long before to so long after it. */
const AROUND_MS = 30 * 60_000;
/** So many values of a time of day say something; with fewer, all values count, whatever their time. */
const LEAST = 30;

type Queries = NonNullable<MetricAlarmConfiguration['Metrics']>;

/**
 * What metrics should be, by what they were in the two weeks before: the mean and the standard deviation of their values around
 * the same time of day. It knows days, but no weeks, no trends and no holidays.
 * A detector of the metric may leave times out.
 * @param ids of queries of one metric each
 * @param untilMs what is later is not learned from
 */
export async function expectationsOf(
  { store, metrics }: Pick<CloudWatchContext, 'store' | 'metrics'>,
  scope: Scope,
  queries: Queries,
  ids: readonly string[],
  untilMs: number,
): Promise<NonNullable<Surroundings['expect']>> {
  const models = new Map<string, Model>();
  for (const id of ids) {
    const stat = queries.find(({ Id }) => Id === id)?.MetricStat;
    if (stat === undefined) continue;
    const order = { ...stat.Metric, statistic: stat.Stat, unit: stat.Unit, periodSeconds: Math.max(300, stat.Period) };
    // Where a period begins, so that data by five minutes are found.
    const step = order.periodSeconds * 1_000;
    const fromMs = Math.floor((untilMs - TRAINING.ms) / step) * step;
    const points = await readMetric(metrics, scope, order, fromMs, untilMs);
    const { Namespace: namespace = '', MetricName: metricName = '', Dimensions = [] } = stat.Metric;
    const dimensions = Dimensions.map(({ Name = '', Value = '' }) => ({ name: Name, value: Value }));
    const detector = await findDetector(store, scope, { namespace, metricName, dimensions, stat: stat.Stat });
    const excluded = detector?.excluded ?? [];
    const isExcluded = ({ timeMs }: MetricPoint) =>
      excluded.some(({ startMs, endMs }) => timeMs >= startMs && timeMs < endMs);
    models.set(id, new Model(points.filter((point) => !isExcluded(point))));
  }
  return (id, timeMs) => models.get(id)?.at(timeMs);
}

class Model {
  readonly #points: readonly MetricPoint[];

  constructor(points: readonly MetricPoint[]) {
    this.#points = points;
  }

  at(timeMs: number): Expectation | undefined {
    const near = this.#points.filter((point) => distanceInDay(point.timeMs, timeMs) <= AROUND_MS);
    const values = (near.length < LEAST ? this.#points : near).map(({ value }) => value);
    if (values.length < 2) return undefined;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { value: mean, deviation: Math.sqrt(variance) };
  }
}

function distanceInDay(one: number, other: number): number {
  const distance = Math.abs(one - other) % DAY_MS;
  return Math.min(distance, DAY_MS - distance);
}
