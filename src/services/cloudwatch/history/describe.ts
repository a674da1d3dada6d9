import { enumListViolations, enumViolations, rangeViolations } from '../../../aws/index.ts';
import type { StoredDocument } from '../../../store/index.ts';
import { refuseConstraints } from '../alarm-errors.ts';
import type { CloudWatchContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { pageOf, readToken } from '../pagination.ts';
import type { CloudWatchHandlers } from '../types.ts';
import { type HistoryItem, historyItems, historyKey, historyPrefix } from './documents.ts';

/** API reference, `DescribeAlarmHistory`: the newest first unless asked otherwise; also of alarms that were deleted. */
export function historyHandlers({ store }: Pick<CloudWatchContext, 'store'>) {
  return {
    describeAlarmHistory: async (input, { scope, nowMs }) => {
      const { AlarmName, AlarmTypes, HistoryItemType, StartDate, EndDate, MaxRecords, NextToken, ScanBy } = input;
      refuseConstraints(
        enumViolations(HistoryItemType, 'historyItemType', ['Action', 'StateUpdate', 'ConfigurationUpdate']),
        enumViolations(ScanBy, 'scanBy', ['TimestampDescending', 'TimestampAscending']),
        enumListViolations(AlarmTypes, 'alarmTypes', ['CompositeAlarm', 'MetricAlarm', 'LogAlarm']),
        rangeViolations(MaxRecords, 'maxRecords', { min: 1, max: LIMITS.historyItems }),
      );
      const after = readToken(NextToken);
      // "If you omit this parameter, only metric alarms are returned."
      const types = AlarmTypes?.length ? AlarmTypes : ['MetricAlarm'];
      const oldest = Math.max(StartDate?.getTime() ?? 0, nowMs - LIMITS.historyMs);
      const prefix = AlarmName === undefined ? undefined : historyPrefix(AlarmName);
      const page = prefix === undefined ? {} : { prefix, after: prefix + historyKey(oldest) };
      const wanted = (await store.list(historyItems, scope, page)).filter(
        ({ value: { type, alarmType, atMs } }) =>
          types.includes(alarmType) &&
          (HistoryItemType === undefined || HistoryItemType === type) &&
          atMs >= oldest &&
          atMs <= (EndDate?.getTime() ?? Number.POSITIVE_INFINITY),
      );
      const direction = ScanBy === 'TimestampAscending' ? 1 : -1;
      const ordered = wanted.toSorted((a, b) => direction * compare(keyOf(a), keyOf(b)));
      const rest =
        after === undefined ? ordered : ordered.filter((each) => direction * compare(keyOf(each), after) > 0);
      const { page: items, ...next } = pageOf(rest, MaxRecords ?? LIMITS.historyItems, keyOf);
      return { AlarmHistoryItems: items.map(({ value }) => render(value)), ...next };
    },
  } satisfies CloudWatchHandlers;
}

/** By time, whatever the alarm. */
function keyOf({ id }: StoredDocument<HistoryItem>): string {
  const [name, rest] = id.split('/');
  return `${rest}/${name}`;
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function render({ alarmName, alarmType, atMs, type, summary, data }: HistoryItem) {
  return {
    AlarmName: alarmName,
    AlarmType: alarmType,
    Timestamp: new Date(atMs),
    HistoryItemType: type,
    HistorySummary: summary,
    HistoryData: data,
  };
}
