import type { Datapoint } from '../../../alarms/index.ts';
import {
  compileExpression,
  evaluateAll,
  isArray,
  type NamedExpression,
  type TimeSeries,
} from '../../../metric-math/index.ts';
import type { Scope } from '../../../model/index.ts';
import { type ExpectedMetric, expectationsOf } from '../anomaly-detectors/expectations.ts';
import type { CloudWatchContext } from '../context.ts';
import type { MetricAlarmConfiguration } from './documents.ts';
import { periodOf } from './period.ts';
import { readMetric } from './read-metric.ts';

type Queries = NonNullable<MetricAlarmConfiguration['Metrics']>;

/** The data points of what an alarm's queries return, each with what it is held against. */
export async function evaluateQueries(
  sources: Pick<CloudWatchContext, 'store' | 'metrics'>,
  scope: Scope,
  configuration: MetricAlarmConfiguration,
  queries: Queries,
  startMs: number,
  endMs: number,
): Promise<readonly Datapoint[]> {
  const { Threshold = 0, ThresholdMetricId } = configuration;
  const expressions = queries.flatMap(({ Id, Expression }): NamedExpression[] =>
    Expression === undefined ? [] : [{ id: Id, expression: compileExpression(Expression) }],
  );
  const series = new Map<string, TimeSeries>();
  for (const { Id, MetricStat } of queries) {
    if (MetricStat === undefined) continue;
    const { Metric, Stat, Unit, Period } = MetricStat;
    const order = { ...Metric, statistic: Stat, unit: Unit, periodSeconds: Period };
    const points = await readMetric(sources.metrics, scope, order, startMs, endMs);
    series.set(Id, {
      label: Id,
      periodSeconds: Period,
      times: points.map(({ timeMs }) => timeMs),
      values: points.map(({ value }) => value),
    });
  }
  const bands = expressions.flatMap(({ expression }) => expression.bands);
  const expected = queries.flatMap(({ Id, MetricStat }) =>
    MetricStat !== undefined && bands.includes(Id) ? [[Id, expectedMetric(MetricStat)] as const] : [],
  );
  const expect = expected.length === 0 ? undefined : await expectationsOf(sources, scope, new Map(expected), startMs);
  const results = evaluateAll(expressions, {
    startMs,
    endMs,
    metrics: series,
    periodSeconds: periodOf(configuration),
    ...(expect && { expect }),
  });

  const watched = queries.find(({ Id, ReturnData = true }) => ReturnData && Id !== ThresholdMetricId)?.Id ?? '';
  const result = series.get(watched) ?? results.get(watched);
  const found = result === undefined || isArray(result) ? result?.[0] : result;
  if (found === undefined) return [];
  const points = found.times.map((timeMs, index) => ({ timeMs, value: found.values[index] ?? 0 }));
  if (ThresholdMetricId === undefined) return points.map((point) => ({ ...point, threshold: Threshold }));
  return withBand(points, results.get(ThresholdMetricId));
}

function expectedMetric({ Metric, Stat, Unit, Period }: NonNullable<Queries[number]['MetricStat']>): ExpectedMetric {
  const { Namespace: namespace = '', MetricName: metricName = '', Dimensions = [] } = Metric;
  const dimensions = Dimensions.map(({ Name = '', Value = '' }) => ({ name: Name, value: Value }));
  return { namespace, metricName, dimensions, stat: Stat, unit: Unit, periodSeconds: Period };
}

/** A data point of whose time no band is known is as good as missing. */
function withBand(
  points: readonly Pick<Datapoint, 'timeMs' | 'value'>[],
  band: TimeSeries | readonly TimeSeries[] | undefined,
): readonly Datapoint[] {
  const [lower, upper] = band !== undefined && isArray(band) ? band : [];
  if (lower === undefined || upper === undefined) return [];
  return points.flatMap((point) => {
    const low = lower.values[lower.times.indexOf(point.timeMs)];
    const high = upper.values[upper.times.indexOf(point.timeMs)];
    return low === undefined || high === undefined ? [] : [{ ...point, threshold: { lower: low, upper: high } }];
  });
}
