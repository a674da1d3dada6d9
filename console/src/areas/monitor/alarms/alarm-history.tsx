import type { JSX } from 'react';
import type { Output } from '../../../aws/index.ts';
import { mapped, useAll } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Moment } from '../../../parts/period/index.ts';
import { alarms } from '../../../texts/en/alarms.ts';

const texts = alarms.history;

type Item = NonNullable<Output<'cloudwatch', 'describeAlarmHistory'>['AlarmHistoryItems']>[number];

const COLUMNS: readonly Column<Item & { readonly id: string }>[] = [
  {
    id: 'time',
    header: texts.time,
    value: ({ Timestamp }) => Timestamp?.getTime(),
    cell: ({ Timestamp }) => <Moment atMs={Timestamp?.getTime() ?? 0} />,
    minWidth: 180,
  },
  {
    id: 'kind',
    header: texts.kind,
    value: ({ HistoryItemType = '' }) => texts.kinds[HistoryItemType] ?? HistoryItemType,
  },
  {
    id: 'summary',
    header: texts.summary,
    value: ({ HistorySummary }) => HistorySummary,
    isRowHeader: true,
    minWidth: 300,
  },
];

/** What came of an alarm, the youngest first. */
export function AlarmHistory({ name }: { readonly name: string }): JSX.Element {
  const input = {
    AlarmName: name,
    AlarmTypes: ['MetricAlarm' as const, 'CompositeAlarm' as const],
    MaxRecords: 100,
    ScanBy: 'TimestampDescending' as const,
  };
  const history = useAll('cloudwatch', 'describeAlarmHistory', input, (page) => page.AlarmHistoryItems);
  return (
    <PagedTable
      title={texts.title}
      query={mapped(history, (items) => items.map((item, at) => ({ ...item, id: String(at) })))}
      columns={COLUMNS}
      id={({ id }) => id}
      empty={<EmptyState title={texts.empty} />}
    />
  );
}
