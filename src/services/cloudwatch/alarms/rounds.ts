import { setImmediate as breathe } from 'node:timers/promises';
import type { Scope } from '../../../model/index.ts';
import { evaluateParents, tickSuppression } from '../composite-alarms/evaluate.ts';
import type { CloudWatchContext } from '../context.ts';
import { type Alarm, alarms, type MetricAlarm } from './documents.ts';
import { evaluateMetricAlarm, evaluationSeconds } from './evaluate.ts';
import { writeVerdict } from './transition.ts';

/** After the end of a period, so long is waited for what belongs to it: workers report every second. */
const OFFSET_MS = 3_000;

/** The evaluation of all alarms. Who calls it, and when, is not its business. */
export interface AlarmRounds {
  /**
   * Evaluates the alarms that are due.
   * @returns when the next is due, in milliseconds since the epoch; undefined when none ever will be
   */
  run(nowMs: number): Promise<number | undefined>;
}

type Context = Pick<CloudWatchContext, 'store' | 'metrics' | 'uuid' | 'alarmFailed'>;

export function createAlarmRounds({ store, metrics, uuid, alarmFailed }: Context): AlarmRounds {
  /** Until when an alarm's evaluation holds; one that was changed since is due at once. */
  let evaluated = new Map<string, string>();

  async function evaluate(scope: Scope, alarm: MetricAlarm, nowMs: number): Promise<void> {
    const verdict = await evaluateMetricAlarm({ store, metrics }, scope, alarm, nowMs);
    if (verdict === undefined || verdict.state === alarm.status.value) return;
    await store.transact(async (tx) => {
      const current = (await tx.get(alarms, scope, alarm.name))?.value;
      if (current?.configuredAtMs !== alarm.configuredAtMs || current.status.value === verdict.state) return;
      const writing = { tx, scope, nowMs, uuid };
      await evaluateParents(writing, await writeVerdict(writing, current, verdict));
    });
  }

  async function tick(scope: Scope, name: string, nowMs: number): Promise<void> {
    await store.transact(async (tx) => {
      const alarm = (await tx.get(alarms, scope, name))?.value;
      if (alarm?.type === 'CompositeAlarm') await tickSuppression({ tx, scope, nowMs, uuid }, alarm);
    });
  }

  return {
    async run(nowMs) {
      const all = await store.scan(alarms);
      const before = evaluated;
      evaluated = new Map();
      for (const { scope, value } of all) {
        if (value.type !== 'MetricAlarm') continue;
        const key = JSON.stringify([scope.accountId, scope.region, value.name]);
        const turn = `${value.configuredAtMs} ${turnOf(value, nowMs)}`;
        evaluated.set(key, turn);
        if (before.get(key) === turn) continue;
        await evaluate(scope, value, nowMs).catch((error: unknown) => alarmFailed(value.name, error));
        await breathe();
      }
      const later = await store.scan(alarms);
      for (const { scope, value } of later) if (isHeldBack(value)) await tick(scope, value.name, nowMs);
      const due = (await store.scan(alarms))
        .map(({ value }) => dueAtMs(value, nowMs))
        .filter((each) => each !== undefined);
      return due.length === 0 ? undefined : due.reduce((least, each) => Math.min(least, each));
    },
  };
}

function isHeldBack(alarm: Alarm): boolean {
  return alarm.type === 'CompositeAlarm' && alarm.suppression !== undefined;
}

/** Counts an alarm's evaluations from the epoch. */
function turnOf(alarm: MetricAlarm, nowMs: number): number {
  return Math.floor((nowMs - OFFSET_MS) / (evaluationSeconds(alarm) * 1_000));
}

function dueAtMs(alarm: Alarm, nowMs: number): number | undefined {
  if (alarm.type === 'CompositeAlarm') return alarm.suppression?.untilMs;
  return (turnOf(alarm, nowMs) + 1) * evaluationSeconds(alarm) * 1_000 + OFFSET_MS;
}
