import {
  type AlarmVerdict,
  type ComparisonOperator,
  type Datapoint,
  type DatapointRule,
  evaluateDatapoints,
  evaluationRange,
  MISSING_DATA_TREATMENTS,
  samplesNeeded,
} from '../../../alarms/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { CloudWatchContext } from '../context.ts';
import type { MetricAlarm, MetricAlarmConfiguration } from './documents.ts';
import { evaluateQueries } from './evaluate-queries.ts';
import { periodOf } from './period.ts';
import { type MetricPoint, readMetric } from './read-metric.ts';

type Sources = Pick<CloudWatchContext, 'store' | 'metrics'>;

/** How often an alarm is evaluated: every ten seconds where its period is shorter than a minute, else every minute. */
export function evaluationSeconds(alarm: MetricAlarm): number {
  return periodOf(alarm.configuration) < 60 ? 10 : 60;
}

/**
 * What a metric alarm comes to by the data points of the periods that have ended.
 * @returns undefined when it stays as it is
 */
export async function evaluateMetricAlarm(
  sources: Sources,
  scope: Scope,
  alarm: MetricAlarm,
  nowMs: number,
): Promise<AlarmVerdict | undefined> {
  const { configuration } = alarm;
  const periodSeconds = periodOf(configuration);
  const step = periodSeconds * 1_000;
  const newestMs = Math.floor(nowMs / step) * step - step;
  const times = Array.from(
    { length: evaluationRange(configuration.EvaluationPeriods) },
    (_, index) => newestMs - index * step,
  );
  const startMs = times.at(-1) ?? newestMs;
  const points = await readPoints(sources, scope, configuration, startMs, newestMs + step);
  // "The alarm state does not change during periods with too few data points to be statistically significant."
  if (points === 'too few samples') return undefined;
  return evaluateDatapoints(ruleOf(configuration, periodSeconds), times, points, nowMs);
}

async function readPoints(
  sources: Sources,
  scope: Scope,
  configuration: MetricAlarmConfiguration,
  startMs: number,
  endMs: number,
): Promise<readonly Datapoint[] | 'too few samples'> {
  const { Metrics, Statistic, ExtendedStatistic, Threshold = 0 } = configuration;
  if (Metrics) return evaluateQueries(sources, scope, configuration, Metrics, startMs, endMs);
  const statistic = Statistic ?? ExtendedStatistic ?? '';
  const order = { ...configuration, statistic, unit: configuration.Unit, periodSeconds: periodOf(configuration) };
  const points = await readMetric(sources.metrics, scope, order, startMs, endMs);
  if (configuration.EvaluateLowSampleCountPercentile === 'ignore' && hasFewSamples(points, statistic)) {
    return 'too few samples';
  }
  return points.map((point) => ({ ...point, threshold: Threshold }));
}

function hasFewSamples(points: readonly MetricPoint[], statistic: string): boolean {
  const samples = points.reduce((sum, { sampleCount }) => sum + sampleCount, 0);
  return samples < (samplesNeeded(statistic) ?? 0);
}

function ruleOf(configuration: MetricAlarmConfiguration, periodSeconds: number): DatapointRule {
  const { EvaluationPeriods, DatapointsToAlarm, TreatMissingData, Statistic, ExtendedStatistic } = configuration;
  const { Unit, Threshold, ThresholdMetricId, Namespace } = configuration;
  const statistic = Statistic ?? ExtendedStatistic;
  // User guide: alarms on `AWS/DynamoDB` ignore missing data unless they are told otherwise.
  const standard = Namespace === 'AWS/DynamoDB' ? 'ignore' : 'missing';
  return {
    evaluationPeriods: EvaluationPeriods,
    datapointsToAlarm: DatapointsToAlarm ?? EvaluationPeriods,
    namesDatapointsToAlarm: DatapointsToAlarm !== undefined,
    treatMissingData: MISSING_DATA_TREATMENTS.find((each) => each === TreatMissingData) ?? standard,
    // `checkMetricAlarm` has let no other operator in.
    comparisonOperator: configuration.ComparisonOperator as ComparisonOperator,
    ...(ThresholdMetricId === undefined && Threshold !== undefined && { threshold: Threshold }),
    ...(statistic !== undefined && { statistic }),
    ...(Unit !== undefined && { unit: Unit }),
    periodSeconds,
  };
}
