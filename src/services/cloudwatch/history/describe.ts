import { enumListViolations, enumViolations, rangeViolations } from '../../../aws/index.ts';
import { refuseConstraints } from '../alarm-errors.ts';
import { checkName } from '../alarms/check-names.ts';
import type { CloudWatchContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { pageOf, readToken } from '../pagination.ts';
import type { CloudWatchHandlers } from '../types.ts';
import type { HistoryItem } from './documents.ts';
import { type PlacedItem, readHistory } from './read.ts';

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
      if (AlarmName !== undefined) checkName(AlarmName, 'AlarmName');
      // "If you omit this parameter, only metric alarms are returned."
      const types = AlarmTypes?.length ? AlarmTypes : ['MetricAlarm'];
      const limit = MaxRecords ?? LIMITS.historyItems;
      const history = readHistory(store, scope, {
        alarmName: AlarmName,
        oldestMs: Math.max(StartDate?.getTime() ?? 0, nowMs - LIMITS.historyMs),
        newestMs: EndDate?.getTime(),
        isDescending: ScanBy !== 'TimestampAscending',
        after: readToken(NextToken),
      });
      const found: PlacedItem[] = [];
      for await (const placed of history) {
        const { type, alarmType } = placed.item;
        if (!types.includes(alarmType) || (HistoryItemType !== undefined && HistoryItemType !== type)) continue;
        found.push(placed);
        if (found.length > limit) break;
      }
      const { page: items, ...next } = pageOf(found, limit, ({ id }) => id);
      return { AlarmHistoryItems: items.map(({ item }) => render(item)), ...next };
    },
  } satisfies CloudWatchHandlers;
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
