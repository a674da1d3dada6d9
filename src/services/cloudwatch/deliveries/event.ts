import { alarmTimestamp } from '../../../alarms/index.ts';
import type { Scope } from '../../../model/index.ts';
import { type Alarm, type AlarmStatus, alarmArn, type MetricAlarm } from '../alarms/documents.ts';

/**
 * What AWS calls functions with (user guide, "Event object sent from CloudWatch to Lambda").
 * @param uuid the id of a metric that has none of its own
 */
export function lambdaEvent(scope: Scope, alarm: Alarm, before: AlarmStatus, uuid: () => string): string {
  return JSON.stringify({
    source: 'aws.cloudwatch',
    alarmArn: alarmArn(scope, alarm.name),
    accountId: scope.accountId,
    time: alarmTimestamp(alarm.status.transitionedAtMs),
    region: scope.region,
    alarmData: {
      alarmName: alarm.name,
      state: stateOf(alarm.status),
      previousState: stateOf(before),
      configuration: configurationOf(alarm, uuid),
    },
  });
}

function stateOf({ value, reason, reasonData, transitionedAtMs }: AlarmStatus): Record<string, unknown> {
  return {
    value,
    reason,
    ...(reasonData !== '' && { reasonData }),
    timestamp: alarmTimestamp(transitionedAtMs),
  };
}

function configurationOf(alarm: Alarm, uuid: () => string): Record<string, unknown> {
  const description = alarm.description === undefined ? {} : { description: alarm.description };
  if (alarm.type === 'MetricAlarm') return { ...description, metrics: metricsOf(alarm, uuid) };
  const { rule, suppressor } = alarm;
  return {
    ...description,
    alarmRule: rule,
    ...(suppressor && {
      actionsSuppressor: suppressor.alarm,
      actionsSuppressorWaitPeriod: suppressor.waitSeconds,
      actionsSuppressorExtensionPeriod: suppressor.extensionSeconds,
    }),
  };
}

function metricsOf({ configuration: c }: MetricAlarm, uuid: () => string): Record<string, unknown>[] {
  if (c.Metrics === undefined) {
    const metricStat = metricStatOf(c, c.Period, c.Statistic ?? c.ExtendedStatistic, c.Unit);
    return [{ id: uuid(), metricStat, returnData: true }];
  }
  return c.Metrics.map(({ Id, MetricStat, Expression, Label, Period, ReturnData = true }) => ({
    id: Id,
    ...(MetricStat && {
      metricStat: metricStatOf(MetricStat.Metric, MetricStat.Period, MetricStat.Stat, MetricStat.Unit),
    }),
    ...(Expression !== undefined && { expression: Expression }),
    ...(Label !== undefined && { label: Label }),
    ...(Period !== undefined && { period: Period }),
    returnData: ReturnData,
  }));
}

function metricStatOf(
  {
    Namespace,
    MetricName,
    Dimensions = [],
  }: Pick<MetricAlarm['configuration'], 'Namespace' | 'MetricName' | 'Dimensions'>,
  period: number | undefined,
  stat: string | undefined,
  unit: string | undefined,
): Record<string, unknown> {
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
  return { metric: { namespace: Namespace, name: MetricName, dimensions }, period, stat, ...(unit && { unit }) };
}
