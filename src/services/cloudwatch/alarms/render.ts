import type { Scope } from '../../../model/index.ts';
import { type Alarm, alarmArn, type CompositeAlarm, type MetricAlarm } from './documents.ts';

/** API reference, `MetricAlarm`. */
export function renderMetricAlarm(scope: Scope, alarm: MetricAlarm) {
  const { Metrics, ...configuration } = alarm.configuration;
  return {
    ...common(scope, alarm),
    ...configuration,
    ...(Metrics && { Metrics: Metrics.map((query) => ({ ReturnData: true, ...query })) }),
  };
}

/** API reference, `CompositeAlarm`. */
export function renderCompositeAlarm(scope: Scope, alarm: CompositeAlarm) {
  const { rule, suppressor, suppression } = alarm;
  return {
    ...common(scope, alarm),
    AlarmRule: rule,
    ...(suppressor && {
      ActionsSuppressor: suppressor.alarm,
      ActionsSuppressorWaitPeriod: suppressor.waitSeconds,
      ActionsSuppressorExtensionPeriod: suppressor.extensionSeconds,
    }),
    // The guide's event shows the text for a WaitPeriod.
    ...(suppression && {
      ActionsSuppressedBy: suppression.by,
      ActionsSuppressedReason: `Actions suppressed by ${suppression.by}`,
    }),
  };
}

/** What `DescribeAlarms` says of the children and parents of an alarm. */
export function renderRelative(scope: Scope, { name, status }: Alarm) {
  return {
    AlarmName: name,
    AlarmArn: alarmArn(scope, name),
    StateValue: status.value,
    StateUpdatedTimestamp: new Date(status.updatedAtMs),
  };
}

function common(scope: Scope, alarm: Alarm) {
  const { status } = alarm;
  return {
    AlarmName: alarm.name,
    AlarmArn: alarmArn(scope, alarm.name),
    ...(alarm.description !== undefined && { AlarmDescription: alarm.description }),
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAtMs),
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: alarm.okActions,
    AlarmActions: alarm.alarmActions,
    InsufficientDataActions: alarm.insufficientDataActions,
    StateValue: status.value,
    StateReason: status.reason,
    ...(status.reasonData !== '' && { StateReasonData: status.reasonData }),
    StateUpdatedTimestamp: new Date(status.updatedAtMs),
    StateTransitionedTimestamp: new Date(status.transitionedAtMs),
  };
}
