import { AlarmRuleError, alarmsOf, parseAlarmRule, RULE_LIMITS } from '../../../alarms/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { checkActions } from '../alarms/actions.ts';
import { checkName, checkNames } from '../alarms/check-names.ts';
import { type Alarm, alarmArn, alarms, type CompositeAlarm, nameOfAlarm, newStatus } from '../alarms/documents.ts';
import { takeActions } from '../alarms/transition.ts';
import { writeConfiguration } from '../alarms/write-configuration.ts';
import type { CloudWatchContext } from '../context.ts';
import { notSupported, validationError } from '../errors.ts';
import { withTags } from '../tags.ts';
import type { CloudWatchHandlers, In } from '../types.ts';
import { evaluateConfigured } from './evaluate.ts';

type Given = In<'putCompositeAlarm'>;

/** API reference, `PutCompositeAlarm`. */
export function putCompositeAlarmHandler({ store, uuid, alarmActions, alarmsChanged }: CloudWatchContext) {
  return {
    putCompositeAlarm: async (input, { scope, nowMs }) => {
      checkNames(input);
      checkRule(input.AlarmRule);
      const configured: Omit<CompositeAlarm, 'tags' | 'status'> = {
        type: 'CompositeAlarm',
        name: input.AlarmName,
        ...(input.AlarmDescription !== undefined && { description: input.AlarmDescription }),
        actionsEnabled: input.ActionsEnabled ?? true,
        okActions: checkActions(input.OKActions, 'OKActions', alarmActions),
        alarmActions: checkActions(input.AlarmActions, 'AlarmActions', alarmActions),
        insufficientDataActions: checkActions(input.InsufficientDataActions, 'InsufficientDataActions', alarmActions),
        configuredAtMs: nowMs,
        rule: input.AlarmRule,
        ...suppressorOf(input),
      };
      if (input.ActionConfiguration !== undefined) throw notSupported('ActionConfiguration');
      await store.transact(async (tx) => {
        await requireAlarms(tx, scope, configured);
        const writing = { tx, scope, nowMs, uuid };
        const { alarm, before } = await writeConfiguration(writing, (before) => ({
          ...configured,
          ...heldBack(before, configured),
          tags: before?.tags ?? withTags({}, input.Tags),
          status: before?.status ?? newStatus(nowMs),
        }));
        if (alarm.type !== 'CompositeAlarm') return;
        if (before?.type === 'CompositeAlarm' && before.suppressedFrom && !alarm.suppression) {
          await takeActions(writing, alarm, before.suppressedFrom);
        }
        await evaluateConfigured(writing, alarm, before ? 'updated' : 'created');
      });
      alarmsChanged();
      return {};
    },
  } satisfies CloudWatchHandlers;
}

/**
 * What is held back stays so, unless another alarm holds it back from now on: "If you replace the action suppressor alarm, any
 * active WaitPeriod or ExtensionPeriod is discarded".
 */
function heldBack(
  before: Alarm | undefined,
  { suppressor }: Pick<CompositeAlarm, 'suppressor'>,
): Pick<CompositeAlarm, 'suppression' | 'suppressedFrom'> {
  if (before?.type !== 'CompositeAlarm' || before.suppressor?.alarm !== suppressor?.alarm) return {};
  const { suppression, suppressedFrom } = before;
  return suppression && suppressedFrom ? { suppression, suppressedFrom } : {};
}

function checkRule(rule: string): void {
  // As users of AWS report it.
  if (rule === '' || rule.trim() !== rule) {
    throw validationError('AlarmRule must not contain leading or trailing whitespace or be null');
  }
  if (rule.length > RULE_LIMITS.length) {
    throw validationError(`AlarmRule must be at most ${RULE_LIMITS.length} characters long`);
  }
  try {
    const children = alarmsOf(parseAlarmRule(rule)).length;
    if (children <= RULE_LIMITS.children) return;
    throw validationError(`AlarmRule must not name more than ${RULE_LIMITS.children} alarms, but names ${children}`);
  } catch (error) {
    if (!(error instanceof AlarmRuleError)) throw error;
    throw validationError(`AlarmRule cannot be read: ${error.message} at position ${error.position + 1}`);
  }
}

function suppressorOf(input: Given): Pick<CompositeAlarm, 'suppressor'> {
  const { ActionsSuppressor, ActionsSuppressorWaitPeriod, ActionsSuppressorExtensionPeriod } = input;
  if (ActionsSuppressor === undefined) {
    if (ActionsSuppressorWaitPeriod === undefined && ActionsSuppressorExtensionPeriod === undefined) return {};
    throw validationError(
      'ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod cannot be set without ActionsSuppressor',
    );
  }
  if (ActionsSuppressorWaitPeriod === undefined || ActionsSuppressorExtensionPeriod === undefined) {
    throw validationError(
      'ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod are required when ActionsSuppressor is set',
    );
  }
  if (ActionsSuppressorWaitPeriod < 0 || ActionsSuppressorExtensionPeriod < 0) {
    throw validationError('ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must not be negative');
  }
  return {
    suppressor: {
      alarm: ActionsSuppressor,
      waitSeconds: ActionsSuppressorWaitPeriod,
      extensionSeconds: ActionsSuppressorExtensionPeriod,
    },
  };
}

async function requireAlarms(
  reader: Reader,
  scope: Scope,
  { name, rule, suppressor }: Omit<CompositeAlarm, 'tags' | 'status'>,
) {
  const missing: string[] = [];
  for (const child of alarmsOf(parseAlarmRule(rule))) {
    const childName = nameOfAlarm(child);
    checkName(childName, 'AlarmRule');
    // User guide: "All the underlying alarms in your composite alarm must be in the same account and the same Region".
    const isHere = child === childName || child === alarmArn(scope, childName);
    if (!isHere || (childName !== name && !(await reader.get(alarms, scope, childName)))) missing.push(child);
  }
  // As users of AWS report it.
  if (missing.length > 0) {
    throw validationError(
      `Could not save the composite alarm as alarms [${missing.join(', ')}] in the alarm rule do not exist`,
    );
  }
  if (suppressor) checkName(nameOfAlarm(suppressor.alarm), 'ActionsSuppressor');
  if (suppressor && !(await reader.get(alarms, scope, nameOfAlarm(suppressor.alarm)))) {
    throw validationError(
      `Could not save the composite alarm as the suppressor alarm ${suppressor.alarm} does not exist`,
    );
  }
}
