import { type AlarmVerdict, onTransition } from '../../../alarms/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import { deliveries } from '../deliveries/documents.ts';
import { alarmMessage } from '../deliveries/message.ts';
import { stateItem } from '../history/data.ts';
import { appendHistory } from '../history/documents.ts';
import { type Alarm, type AlarmStatus, actionsFor, alarms, type CompositeAlarm, nameOfAlarm } from './documents.ts';

/** What a transition is written with. */
export interface Writing {
  readonly tx: Transaction;
  readonly scope: Scope;
  readonly nowMs: number;
  uuid(): string;
}

/**
 * Writes what an alarm has come to: its state, the history of a transition, and the actions that are to be taken for it, all
 * in one transaction, so that none is lost.
 * @returns the alarm as it is now
 */
export async function writeVerdict(writing: Writing, alarm: Alarm, verdict: AlarmVerdict): Promise<Alarm> {
  const { tx, scope, nowMs, uuid } = writing;
  const before = alarm.status;
  const isTransition = before.value !== verdict.state;
  const status: AlarmStatus = {
    value: verdict.state,
    reason: verdict.reason,
    reasonData: verdict.reasonData,
    // API reference: of a metric alarm the time of its state, of a composite one also that of its reason.
    updatedAtMs: isTransition || alarm.type === 'CompositeAlarm' ? nowMs : before.updatedAtMs,
    transitionedAtMs: isTransition ? nowMs : before.transitionedAtMs,
  };
  if (!isTransition) return put(writing, { ...alarm, status });
  await appendHistory(tx, scope, [stateItem(alarm, before, status)], uuid);
  if (alarm.type === 'MetricAlarm' || alarm.suppressor === undefined) {
    const changed = await put(writing, { ...alarm, status });
    await takeActions(writing, changed, before);
    return changed;
  }
  return suppressOrAct(writing, { ...alarm, status }, before);
}

async function suppressOrAct(writing: Writing, alarm: CompositeAlarm, before: AlarmStatus): Promise<Alarm> {
  const { suppressor } = alarm;
  const isInAlarm = suppressor !== undefined && (await isSuppressorInAlarm(writing, suppressor.alarm));
  const suppression = suppressor && onTransition(isInAlarm, suppressor, writing.nowMs);
  const { suppression: _, suppressedFrom: __, ...plain } = alarm;
  if (suppression) return put(writing, { ...plain, suppression, suppressedFrom: before });
  const changed = await put(writing, plain);
  await takeActions(writing, changed, before);
  return changed;
}

export async function isSuppressorInAlarm(
  { tx, scope }: Pick<Writing, 'tx' | 'scope'>,
  alarm: string,
): Promise<boolean> {
  return (await tx.get(alarms, scope, nameOfAlarm(alarm)))?.value.status.value === 'ALARM';
}

/** Puts down what is to be done for the state that an alarm is in. */
export async function takeActions(
  { tx, scope, nowMs, uuid }: Writing,
  alarm: Alarm,
  before: AlarmStatus,
): Promise<void> {
  if (!alarm.actionsEnabled) return;
  const actions = actionsFor(alarm, alarm.status.value);
  if (actions.length === 0) return;
  const message = alarmMessage(scope, alarm, before, uuid);
  for (const action of actions) {
    const delivery = {
      id: uuid(),
      alarm: { alarmName: alarm.name, alarmType: alarm.type },
      action,
      transitionedAtMs: alarm.status.transitionedAtMs,
      message,
      failures: 0,
      dueAtMs: nowMs,
    };
    await tx.put(deliveries, scope, delivery.id, delivery, 0);
  }
}

async function put<Kind extends Alarm>({ tx, scope }: Writing, alarm: Kind): Promise<Kind> {
  await tx.put(alarms, scope, alarm.name, alarm);
  return alarm;
}
