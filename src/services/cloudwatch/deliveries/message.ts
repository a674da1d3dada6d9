import { longTimestamp } from '../../../alarms/index.ts';
import type { Scope } from '../../../model/index.ts';
import { type Alarm, type AlarmStatus, alarmArn } from '../alarms/documents.ts';
import type { AlarmMessage } from './documents.ts';
import { lambdaEvent } from './event.ts';
import { notification } from './notification.ts';
import { regionName } from './regions.ts';

/** All that is told of an alarm that has changed its state. @param before what it was in */
export function alarmMessage(scope: Scope, alarm: Alarm, before: AlarmStatus, uuid: () => string): AlarmMessage {
  const { name, status } = alarm;
  const subject = `${status.value}: "${name}" in ${regionName(scope.region)}`;
  return {
    subject,
    text: textOf(scope, alarm, before),
    short: subject,
    notification: notification(scope, alarm, before),
    event: lambdaEvent(scope, alarm, before, uuid),
  };
}

function textOf(scope: Scope, alarm: Alarm, before: AlarmStatus): string {
  const { name, description, status } = alarm;
  const at = longTimestamp(status.transitionedAtMs);
  return [
    `The alarm "${name}" in the ${regionName(scope.region)} region has entered the ${status.value} state, because`,
    `"${status.reason}" at "${at}".`,
    '',
    'Alarm Details:',
    `- Name:                       ${name}`,
    `- Description:                ${description ?? ''}`,
    `- State Change:               ${before.value} -> ${status.value}`,
    `- Reason for State Change:    ${status.reason}`,
    `- Timestamp:                  ${at}`,
    `- AWS Account:                ${scope.accountId}`,
    `- Alarm Arn:                  ${alarmArn(scope, name)}`,
    '',
  ].join('\n');
}
