import type { CloudWatchContext } from '../context.ts';
import { withTags } from '../tags.ts';
import type { CloudWatchHandlers } from '../types.ts';
import { checkActions } from './actions.ts';
import { checkMetricAlarm } from './check-metric-alarm.ts';
import { type MetricAlarm, newStatus } from './documents.ts';
import { writeConfiguration } from './write-configuration.ts';

/** API reference, `PutMetricAlarm`. */
export function putMetricAlarmHandler({ store, uuid, alarmActions, alarmsChanged }: CloudWatchContext) {
  return {
    putMetricAlarm: async (input, { scope, nowMs }) => {
      const configured: Omit<MetricAlarm, 'tags' | 'status'> = {
        type: 'MetricAlarm',
        name: input.AlarmName,
        ...(input.AlarmDescription !== undefined && { description: input.AlarmDescription }),
        actionsEnabled: input.ActionsEnabled ?? true,
        configuration: checkMetricAlarm(input),
        okActions: checkActions(input.OKActions, 'OKActions', alarmActions),
        alarmActions: checkActions(input.AlarmActions, 'AlarmActions', alarmActions),
        insufficientDataActions: checkActions(input.InsufficientDataActions, 'InsufficientDataActions', alarmActions),
        configuredAtMs: nowMs,
      };
      await store.transact(async (tx) => {
        await writeConfiguration({ tx, scope, nowMs, uuid }, (before) => ({
          ...configured,
          // "If you are using this operation to update an existing alarm, any tags you specify in this parameter are ignored."
          tags: before?.tags ?? withTags({}, input.Tags),
          status: before?.status ?? newStatus(nowMs),
        }));
      });
      alarmsChanged();
      return {};
    },
  } satisfies CloudWatchHandlers;
}
