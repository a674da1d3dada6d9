import { type AlarmState, alarmTimestamp } from '../../../alarms/index.ts';
import type { Scope } from '../../../model/index.ts';
import { type Alarm, type AlarmStatus, alarmArn, type MetricAlarm } from '../alarms/documents.ts';
import { withJavaThresholds } from '../threshold-text.ts';
import type { HistoryItem } from './documents.ts';

/** An item without what names its alarm. */
type Entry = Omit<HistoryItem, 'alarmName' | 'alarmType' | 'atMs'>;

function item({ name, type }: Alarm, atMs: number, entry: Entry): HistoryItem {
  return { alarmName: name, alarmType: type, atMs, ...entry };
}

export function createdItem(scope: Scope, alarm: Alarm, atMs: number): HistoryItem {
  const data = { version: '1.0', type: 'Create', createdAlarm: configurationOf(scope, alarm) };
  const summary = `Alarm "${alarm.name}" created`;
  return item(alarm, atMs, { type: 'ConfigurationUpdate', summary, data: withJavaThresholds(JSON.stringify(data)) });
}

export function updatedItem(scope: Scope, before: Alarm, alarm: Alarm, atMs: number): HistoryItem {
  const [old, updated] = [configurationOf(scope, before), configurationOf(scope, alarm)];
  const changed = Object.entries(old).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(updated[key]));
  const data = {
    version: '1.0',
    type: 'Update',
    updatedAlarm: updated,
    originalUpdatedFields: Object.fromEntries(changed),
  };
  const summary = `Alarm "${alarm.name}" updated`;
  return item(alarm, atMs, { type: 'ConfigurationUpdate', summary, data: withJavaThresholds(JSON.stringify(data)) });
}

export function deletedItem(scope: Scope, alarm: Alarm, atMs: number): HistoryItem {
  const data = { version: '1.0', type: 'Delete', deletedAlarm: configurationOf(scope, alarm) };
  const summary = `Alarm "${alarm.name}" deleted`;
  return item(alarm, atMs, { type: 'ConfigurationUpdate', summary, data: withJavaThresholds(JSON.stringify(data)) });
}

export function stateItem(alarm: Alarm, before: AlarmStatus, after: AlarmStatus): HistoryItem {
  const summary = `Alarm updated from ${before.value} to ${after.value}`;
  const data = `{"version":"1.0","oldState":${stateJson(before)},"newState":${stateJson(after)}}`;
  return item(alarm, after.transitionedAtMs, { type: 'StateUpdate', summary, data });
}

/** How an action went; the members are those of AWS. */
export function actionItem(
  alarm: Pick<HistoryItem, 'alarmName' | 'alarmType'>,
  {
    action,
    transitionedAtMs,
    message,
    error,
  }: {
    readonly action: string;
    readonly transitionedAtMs: number;
    readonly message: string | null;
    readonly error: string | null;
  },
  atMs: number,
): HistoryItem {
  const data = {
    actionState: error === null ? 'Succeeded' : 'Failed',
    stateUpdateTimestamp: transitionedAtMs,
    notificationResource: action,
    publishedMessage: error === null ? message : null,
    error,
  };
  const summary =
    error === null
      ? `Successfully executed action ${action}`
      : `Failed to execute action ${action}. Received error: "${error}"`;
  return { ...alarm, atMs, type: 'Action', summary, data: JSON.stringify(data) };
}

/** The reason's own JSON stands in it as it is, with the numbers as they are written there. */
function stateJson({ value, reason, reasonData }: AlarmStatus): string {
  const data = reasonData === '' ? '' : `,"stateReasonData":${reasonData}`;
  return `{"stateValue":${JSON.stringify(value satisfies AlarmState)},"stateReason":${JSON.stringify(reason)}${data}}`;
}

/** Member for member in AWS's order. */
function configurationOf(scope: Scope, alarm: Alarm): Record<string, unknown> {
  return {
    alarmName: alarm.name,
    alarmDescription: alarm.description ?? '',
    alarmArn: alarmArn(scope, alarm.name),
    alarmConfigurationUpdatedTimestamp: alarmTimestamp(alarm.configuredAtMs),
    ...(alarm.type === 'MetricAlarm' ? metricMembers(alarm) : compositeMembers(alarm)),
    stateValue: alarm.status.value,
    stateUpdatedTimestamp: alarmTimestamp(alarm.status.updatedAtMs),
    actionsEnabled: alarm.actionsEnabled,
    alarmActions: alarm.alarmActions,
    insufficientDataActions: alarm.insufficientDataActions,
    okactions: alarm.okActions,
  };
}

function metricMembers({ configuration: c }: MetricAlarm): Record<string, unknown> {
  const dimensions = c.Dimensions?.map(({ Name, Value }) => ({ value: Value, name: Name }));
  return {
    namespace: c.Namespace,
    metricName: c.MetricName,
    statistic: c.Statistic,
    extendedStatistic: c.ExtendedStatistic,
    period: c.Period,
    unit: c.Unit,
    dimensions: dimensions ?? (c.Metrics ? undefined : []),
    metrics: c.Metrics,
    threshold: c.Threshold,
    thresholdMetricId: c.ThresholdMetricId,
    comparisonOperator: c.ComparisonOperator,
    evaluationPeriods: c.EvaluationPeriods,
    datapointsToAlarm: c.DatapointsToAlarm,
    treatMissingData: c.TreatMissingData,
    evaluateLowSampleCountPercentile: c.EvaluateLowSampleCountPercentile,
  };
}

function compositeMembers({ rule, suppressor }: Extract<Alarm, { type: 'CompositeAlarm' }>): Record<string, unknown> {
  return {
    alarmRule: rule,
    actionsSuppressor: suppressor?.alarm,
    actionsSuppressorWaitPeriod: suppressor?.waitSeconds,
    actionsSuppressorExtensionPeriod: suppressor?.extensionSeconds,
  };
}
