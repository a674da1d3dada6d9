import { ALARM_STATES } from '../../../alarms/index.ts';
import { enumViolations, lengthViolations, rangeViolations } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import { invalidFormat, refuseConstraints, resourceNotFound } from '../alarm-errors.ts';
import { evaluateParents, parentsOf } from '../composite-alarms/evaluate.ts';
import type { CloudWatchContext } from '../context.ts';
import { validationError } from '../errors.ts';
import { deletedItem, updatedItem } from '../history/data.ts';
import { appendHistory } from '../history/documents.ts';
import { LIMITS } from '../limits.ts';
import type { CloudWatchHandlers } from '../types.ts';
import { checkName } from './check-names.ts';
import { type Alarm, alarms } from './documents.ts';
import { writeVerdict } from './transition.ts';

/** API reference, `SetAlarmState`, `EnableAlarmActions`, `DisableAlarmActions`, `DeleteAlarms`. */
export function changeHandlers({ store, uuid, alarmsChanged }: CloudWatchContext) {
  async function enable(names: readonly string[], actionsEnabled: boolean, scope: Scope, nowMs: number) {
    checkNames(names);
    await store.transact(async (tx) => {
      for (const name of names) {
        const before = (await tx.get(alarms, scope, name))?.value;
        if (before === undefined || before.actionsEnabled === actionsEnabled) continue;
        const alarm = { ...before, actionsEnabled, configuredAtMs: nowMs };
        await tx.put(alarms, scope, name, alarm);
        await appendHistory(tx, scope, [updatedItem(scope, before, alarm, nowMs)], uuid);
      }
    });
    return {};
  }

  return {
    setAlarmState: async ({ AlarmName, StateValue, StateReason, StateReasonData }, { scope, nowMs }) => {
      refuseConstraints(
        enumViolations(StateValue, 'stateValue', ALARM_STATES),
        lengthViolations(StateReason, 'stateReason', LIMITS.stateReasonLength),
        lengthViolations(StateReasonData, 'stateReasonData', LIMITS.stateReasonDataLength),
      );
      checkName(AlarmName, 'AlarmName');
      if (StateReasonData !== undefined) checkJson(StateReasonData);
      const state = ALARM_STATES.find((each) => each === StateValue) ?? 'OK';
      await store.transact(async (tx) => {
        const alarm = (await tx.get(alarms, scope, AlarmName))?.value;
        if (alarm === undefined) throw resourceNotFound(`There is no alarm ${AlarmName}`);
        const writing = { tx, scope, nowMs, uuid };
        const verdict = { state, reason: StateReason, reasonData: StateReasonData ?? '' };
        const changed = await writeVerdict(writing, alarm, verdict);
        if (changed.status.value !== alarm.status.value) await evaluateParents(writing, changed);
      });
      alarmsChanged();
      return {};
    },

    enableAlarmActions: ({ AlarmNames }, { scope, nowMs }) => enable(AlarmNames, true, scope, nowMs),
    disableAlarmActions: ({ AlarmNames }, { scope, nowMs }) => enable(AlarmNames, false, scope, nowMs),

    deleteAlarms: async ({ AlarmNames }, { scope, nowMs }) => {
      checkNames(AlarmNames);
      await store.transact(async (tx) => {
        const all = new Map((await tx.list(alarms, scope)).map(({ value }) => [value.name, value]));
        const deleted = [...new Set(AlarmNames)].map((name) => all.get(name)).filter((alarm) => alarm !== undefined);
        checkDeletion(deleted, all);
        for (const alarm of deleted) {
          await tx.delete(alarms, scope, alarm.name);
          await appendHistory(tx, scope, [deletedItem(scope, alarm, nowMs)], uuid);
        }
      });
      return {};
    },
  } satisfies CloudWatchHandlers;
}

function checkNames(names: readonly string[]): void {
  refuseConstraints(rangeViolations(names.length, 'alarmNames', { min: 0, max: LIMITS.alarmNames }));
  for (const name of names) checkName(name, 'AlarmNames');
}

/** "You can't delete two composite alarms with one operation", nor what a rule names that stays. */
function checkDeletion(deleted: readonly Alarm[], all: ReadonlyMap<string, Alarm>): void {
  if (deleted.filter(({ type }) => type === 'CompositeAlarm').length > 1) {
    throw validationError('Only one composite alarm can be deleted per request.');
  }
  const gone = new Set(deleted.map(({ name }) => name));
  const parents = parentsOf(all);
  const needed = [...gone].filter((name) => parents.get(name)?.some((parent) => !gone.has(parent)));
  if (needed.length === 0) return;
  // As users of AWS report it.
  throw validationError(
    `Cannot delete ${needed.join(',')} as there are composite alarm(s) depending on ${needed.length === 1 ? 'it' : 'them'}.`,
  );
}

/** The history's own JSON takes it in as it is. */
function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw invalidFormat('StateReasonData was not syntactically valid JSON.');
  }
}
