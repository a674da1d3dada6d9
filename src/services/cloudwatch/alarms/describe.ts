import { alarmsOf, parseAlarmRule } from '../../../alarms/index.ts';
import { enumListViolations, enumViolations, rangeViolations } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import { listWanted } from '../../../store/index.ts';
import { refuseConstraints, resourceNotFound } from '../alarm-errors.ts';
import { parentsOf } from '../composite-alarms/evaluate.ts';
import type { CloudWatchContext } from '../context.ts';
import { invalidParameterCombination } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { pageOf, readToken } from '../pagination.ts';
import type { CloudWatchHandlers, In, Out } from '../types.ts';
import { checkName } from './check-names.ts';
import { type Alarm, alarms, nameOfAlarm } from './documents.ts';
import { renderCompositeAlarm, renderMetricAlarm, renderRelative } from './render.ts';

const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

/** API reference, `DescribeAlarms`, `DescribeAlarmsForMetric`. */
export function describeHandlers({ store }: Pick<CloudWatchContext, 'store'>) {
  const listAll = async (scope: Scope) => (await store.list(alarms, scope)).map(({ value }) => value);

  async function named(scope: Scope, names: readonly string[], after = ''): Promise<readonly Alarm[]> {
    const rest = [...new Set(names)].filter((name) => name > after).toSorted();
    const found = await Promise.all(rest.map((name) => store.get(alarms, scope, name)));
    return found.flatMap((document) => (document ? [document.value] : []));
  }

  return {
    describeAlarms: async (input, { scope }): Promise<Out<'describeAlarms'>> => {
      checkListing(input);
      if (input.ChildrenOfAlarmName !== undefined || input.ParentsOfAlarmName !== undefined) {
        return relatives(await listAll(scope), input, scope);
      }
      const after = readToken(input.NextToken);
      const limit = input.MaxRecords ?? LIMITS.describedAlarms;
      const stretch = {
        ...(input.AlarmNamePrefix !== undefined && { prefix: input.AlarmNamePrefix }),
        ...(after !== undefined && { after }),
        // One more, to see whether there are more.
        limit: limit + 1,
      };
      const matching = input.AlarmNames?.length
        ? (await named(scope, input.AlarmNames, after)).filter(wanted(input))
        : (await listWanted(store, alarms, scope, stretch, wanted(input))).map(({ value }) => value);
      const { page, ...next } = pageOf(matching, limit, ({ name }) => name);
      return {
        MetricAlarms: page.flatMap((alarm) => (alarm.type === 'MetricAlarm' ? [renderMetricAlarm(scope, alarm)] : [])),
        CompositeAlarms: page.flatMap((alarm) =>
          alarm.type === 'CompositeAlarm' ? [renderCompositeAlarm(scope, alarm)] : [],
        ),
        ...next,
      };
    },

    describeAlarmsForMetric: async (input, { scope }) => {
      const found = (await listAll(scope)).filter((alarm) => alarm.type === 'MetricAlarm');
      return {
        MetricAlarms: found
          .filter(({ configuration }) => watches(configuration, input))
          .map((alarm) => renderMetricAlarm(scope, alarm)),
      };
    },
  } satisfies CloudWatchHandlers;
}

function checkListing(input: In<'describeAlarms'>): void {
  refuseConstraints(
    enumViolations(input.StateValue, 'stateValue', STATES),
    enumListViolations(input.AlarmTypes, 'alarmTypes', ['CompositeAlarm', 'MetricAlarm', 'LogAlarm']),
    rangeViolations(input.MaxRecords, 'maxRecords', { min: 1, max: LIMITS.alarmNames }),
    rangeViolations(input.AlarmNames?.length, 'alarmNames', { min: 0, max: LIMITS.alarmNames }),
  );
  for (const name of input.AlarmNames ?? []) checkName(name, 'AlarmNames');
  if (input.AlarmNamePrefix !== undefined) checkName(input.AlarmNamePrefix, 'AlarmNamePrefix');
  if (input.AlarmNames?.length && input.AlarmNamePrefix !== undefined) {
    throw invalidParameterCombination('AlarmNames and AlarmNamePrefix cannot both be set');
  }
}

/** "If you omit this parameter, only metric alarms are returned, even if composite alarms exist in the account." */
function wanted({ AlarmTypes, StateValue, ActionPrefix }: In<'describeAlarms'>): (alarm: Alarm) => boolean {
  const types = AlarmTypes?.length ? AlarmTypes : ['MetricAlarm'];
  return ({ type, status, okActions, alarmActions, insufficientDataActions }) =>
    types.includes(type) &&
    (StateValue === undefined || StateValue === status.value) &&
    (ActionPrefix === undefined ||
      [okActions, alarmActions, insufficientDataActions].flat().some((action) => action.startsWith(ActionPrefix)));
}

function relatives(
  all: readonly Alarm[],
  { ChildrenOfAlarmName: parent, ParentsOfAlarmName: child }: In<'describeAlarms'>,
  scope: Scope,
): Out<'describeAlarms'> {
  if (parent !== undefined && child !== undefined) {
    throw invalidParameterCombination('ChildrenOfAlarmName and ParentsOfAlarmName cannot both be set');
  }
  const byName = new Map(all.map((alarm) => [alarm.name, alarm]));
  const named = byName.get(parent ?? child ?? '');
  if (named === undefined) throw resourceNotFound(`There is no alarm ${parent ?? child}`);
  const names =
    child !== undefined
      ? (parentsOf(byName).get(child) ?? [])
      : named.type === 'CompositeAlarm'
        ? alarmsOf(parseAlarmRule(named.rule)).map(nameOfAlarm)
        : [];
  const found = [...new Set(names)].map((name) => byName.get(name)).filter((alarm) => alarm !== undefined);
  const rendered = (type: Alarm['type']) =>
    found.filter((alarm) => alarm.type === type).map((alarm) => renderRelative(scope, alarm));
  return { MetricAlarms: rendered('MetricAlarm'), CompositeAlarms: rendered('CompositeAlarm') };
}

type Configuration = Extract<Alarm, { type: 'MetricAlarm' }>['configuration'];

/** The metric itself, not one of an expression; whatever else is given must be the alarm's. */
function watches(alarm: Configuration, wish: In<'describeAlarmsForMetric'>): boolean {
  const dimensions = (all: Configuration['Dimensions'] = []) =>
    all
      .map(({ Name, Value }) => `${Name}=${Value}`)
      .sort()
      .join();
  return (
    alarm.MetricName === wish.MetricName &&
    alarm.Namespace === wish.Namespace &&
    (wish.Statistic === undefined || wish.Statistic === alarm.Statistic) &&
    (wish.ExtendedStatistic === undefined || wish.ExtendedStatistic === alarm.ExtendedStatistic) &&
    (wish.Period === undefined || wish.Period === alarm.Period) &&
    (wish.Unit === undefined || wish.Unit === alarm.Unit) &&
    dimensions(alarm.Dimensions) === dimensions(wish.Dimensions)
  );
}
