import { alarmsOf, configuredVerdict, holds, onTick, parseAlarmRule, triggeredVerdict } from '../../../alarms/index.ts';
import { type Alarm, alarmArn, alarms, type CompositeAlarm, nameOfAlarm } from '../alarms/documents.ts';
import { isSuppressorInAlarm, takeActions, type Writing, writeVerdict } from '../alarms/transition.ts';

/** How a change may run on through composite alarms; a cycle is left where it began (API reference, `PutCompositeAlarm`). */
const MAX_CHANGES = 1_000;

/**
 * Evaluates all composite alarms that depend on an alarm whose state has become another, and those that depend on them. Each is
 * evaluated once: "the evaluation of composite alarms stops if CloudWatch detects a cycle in the evaluation path".
 */
export async function evaluateParents(writing: Writing, changed: Alarm): Promise<void> {
  const all = await readAll(writing);
  const parents = parentsOf(all);
  const seen = new Set([changed.name]);
  const queue = [changed];
  for (let at = 0; at < queue.length && at < MAX_CHANGES; at++) {
    const child = queue[at];
    if (child === undefined) return;
    all.set(child.name, child);
    for (const name of parents.get(child.name) ?? []) {
      const parent = all.get(name);
      if (parent?.type !== 'CompositeAlarm' || seen.has(name)) continue;
      const state = stateOf(parent, all);
      if (state === parent.status.value) continue;
      seen.add(name);
      const { value, transitionedAtMs } = child.status;
      const trigger = { arn: alarmArn(writing.scope, child.name), state: value, transitionedAtMs };
      queue.push(await writeVerdict(writing, parent, triggeredVerdict(state, trigger)));
    }
  }
}

/** Evaluates a composite alarm that was made or changed. */
export async function evaluateConfigured(
  writing: Writing,
  alarm: CompositeAlarm,
  change: 'created' | 'updated',
): Promise<void> {
  const state = stateOf(alarm, await readAll(writing));
  if (state === alarm.status.value) return;
  const verdict = configuredVerdict(state, alarmArn(writing.scope, alarm.name), change);
  await evaluateParents(writing, await writeVerdict(writing, alarm, verdict));
}

/** Lets time pass for an alarm whose actions are held back. @returns whether that changed anything */
export async function tickSuppression(writing: Writing, alarm: CompositeAlarm): Promise<boolean> {
  const { suppressor, suppression, suppressedFrom, ...plain } = alarm;
  if (suppression === undefined || suppressedFrom === undefined) return false;
  const next =
    suppressor && onTick(suppression, await isSuppressorInAlarm(writing, suppressor.alarm), suppressor, writing.nowMs);
  if (next?.by === suppression.by && next.untilMs === suppression.untilMs) return false;
  const kept = { ...plain, ...(suppressor && { suppressor }) };
  if (next) await writing.tx.put(alarms, writing.scope, alarm.name, { ...kept, suppression: next, suppressedFrom });
  else {
    await writing.tx.put(alarms, writing.scope, alarm.name, kept);
    await takeActions(writing, kept, suppressedFrom);
  }
  return true;
}

/** The alarms of a region, by name. */
async function readAll({ tx, scope }: Writing): Promise<Map<string, Alarm>> {
  return new Map((await tx.list(alarms, scope)).map(({ value }) => [value.name, value]));
}

function stateOf({ rule }: CompositeAlarm, all: ReadonlyMap<string, Alarm>): 'ALARM' | 'OK' {
  return holds(parseAlarmRule(rule), (alarm) => all.get(nameOfAlarm(alarm))?.status.value) ? 'ALARM' : 'OK';
}

/** By an alarm's name, the names of those whose rules have it. */
export function parentsOf(all: ReadonlyMap<string, Alarm>): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, string[]>();
  for (const alarm of all.values()) {
    if (alarm.type !== 'CompositeAlarm') continue;
    for (const child of new Set(alarmsOf(parseAlarmRule(alarm.rule)).map(nameOfAlarm))) {
      parents.set(child, [...(parents.get(child) ?? []), alarm.name]);
    }
  }
  return parents;
}
