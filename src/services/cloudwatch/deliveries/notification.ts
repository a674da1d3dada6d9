import { alarmTimestamp } from '../../../alarms/index.ts';
import type { Scope } from '../../../model/index.ts';
import { type Alarm, type AlarmStatus, alarmArn, type CompositeAlarm, type MetricAlarm } from '../alarms/documents.ts';
import { withJavaThresholds } from '../threshold-text.ts';
import { regionName } from './regions.ts';

const STATISTICS: Readonly<Record<string, string>> = {
  Average: 'AVERAGE',
  Maximum: 'MAXIMUM',
  Minimum: 'MINIMUM',
  SampleCount: 'SAMPLE_COUNT',
  Sum: 'SUM',
};

/** What AWS publishes to SNS topics, member for member in its order, as users report it. */
export function notification(scope: Scope, alarm: Alarm, before: AlarmStatus): string {
  const { status } = alarm;
  const message = {
    AlarmName: alarm.name,
    AlarmDescription: alarm.description ?? null,
    AWSAccountId: scope.accountId,
    AlarmConfigurationUpdatedTimestamp: alarmTimestamp(alarm.configuredAtMs),
    NewStateValue: status.value,
    NewStateReason: status.reason,
    StateChangeTime: alarmTimestamp(status.transitionedAtMs),
    Region: regionName(scope.region),
    AlarmArn: alarmArn(scope, alarm.name),
    OldStateValue: before.value,
    OKActions: alarm.okActions,
    AlarmActions: alarm.alarmActions,
    InsufficientDataActions: alarm.insufficientDataActions,
    ...(alarm.type === 'MetricAlarm' ? { Trigger: triggerOf(alarm) } : compositeMembers(alarm)),
  };
  return withJavaThresholds(JSON.stringify(message));
}

function triggerOf({ configuration: c }: MetricAlarm): Record<string, unknown> {
  const rule = {
    Period: c.Period ?? c.Metrics?.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period,
    EvaluationPeriods: c.EvaluationPeriods,
    ...(c.DatapointsToAlarm !== undefined && { DatapointsToAlarm: c.DatapointsToAlarm }),
    ComparisonOperator: c.ComparisonOperator,
    ...(c.ThresholdMetricId === undefined ? { Threshold: c.Threshold } : { ThresholdMetricId: c.ThresholdMetricId }),
    TreatMissingData: c.TreatMissingData ?? '',
    EvaluateLowSampleCountPercentile: c.EvaluateLowSampleCountPercentile ?? '',
  };
  if (c.Metrics) return { ...rule, Metrics: c.Metrics.map(queryOf) };
  return {
    MetricName: c.MetricName,
    Namespace: c.Namespace,
    ...(c.Statistic === undefined
      ? { StatisticType: 'ExtendedStatistic', ExtendedStatistic: c.ExtendedStatistic }
      : { StatisticType: 'Statistic', Statistic: STATISTICS[c.Statistic] }),
    Unit: c.Unit ?? null,
    Dimensions: dimensionsOf(c.Dimensions),
    ...rule,
  };
}

type Query = NonNullable<MetricAlarm['configuration']['Metrics']>[number];

function queryOf({ Id, MetricStat, Expression, Label, Period, ReturnData = true }: Query): Record<string, unknown> {
  const metric = MetricStat && {
    Metric: {
      Dimensions: dimensionsOf(MetricStat.Metric.Dimensions),
      MetricName: MetricStat.Metric.MetricName,
      Namespace: MetricStat.Metric.Namespace,
    },
    Period: MetricStat.Period,
    Stat: MetricStat.Stat,
    Unit: MetricStat.Unit,
  };
  return { Expression, Id, Label, MetricStat: metric, Period, ReturnData };
}

function dimensionsOf(dimensions: MetricAlarm['configuration']['Dimensions'] = []) {
  return dimensions.map(({ Name, Value }) => ({ value: Value, name: Name }));
}

function compositeMembers({ rule, status }: CompositeAlarm): Record<string, unknown> {
  const { triggeringAlarms = [] }: { triggeringAlarms?: readonly TriggeringAlarm[] } =
    status.reasonData === '' ? {} : JSON.parse(status.reasonData);
  return {
    AlarmRule: rule,
    TriggeringChildren: triggeringAlarms.map(({ arn, state }) => ({
      Arn: arn,
      State: { Value: state?.value, Timestamp: state?.timestamp },
    })),
  };
}

interface TriggeringAlarm {
  readonly arn?: string;
  readonly state?: { readonly value?: string; readonly timestamp?: string };
}
