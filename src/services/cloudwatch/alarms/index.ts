/**
 * Alarms: what they are set to, what they come to, and who is told. Loaded by the first call that needs it, or by the first
 * alarm that is there at start.
 */
import { putCompositeAlarmHandler } from '../composite-alarms/put.ts';
import type { CloudWatchContext } from '../context.ts';
import { historyHandlers } from '../history/describe.ts';
import { changeHandlers } from './change.ts';
import { describeHandlers } from './describe.ts';
import { putMetricAlarmHandler } from './put.ts';
import { tagHandlers } from './tag-handlers.ts';

export { createDeliveryDesk, type DeliveryDesk, type DueDelivery } from '../deliveries/desk.ts';
export { type AlarmAction, readAction } from './actions.ts';
export { type AlarmRounds, createAlarmRounds } from './rounds.ts';

export function alarmHandlers(context: CloudWatchContext) {
  return {
    ...putMetricAlarmHandler(context),
    ...putCompositeAlarmHandler(context),
    ...describeHandlers(context),
    ...changeHandlers(context),
    ...historyHandlers(context),
    ...tagHandlers(context),
  };
}
