import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reader } from '../../../store/index.ts';
import { NOW_MS, SCOPE, startAlarms, type TestAlarms } from '../testing/alarms.ts';
import type { In } from '../types.ts';
import { historyHandlers } from './describe.ts';
import { appendHistory, historyByTime, historyItems } from './documents.ts';

const DAY_MS = 86_400_000;

let test: TestAlarms;
beforeEach(async () => {
  test = await startAlarms();
});
afterEach(() => test.end());

/** A history that says no more than which item it is. */
function write(...items: readonly (readonly [alarmName: string, atMs: number, summary: string])[]): Promise<void> {
  return test.store.transact(async (tx) => {
    for (const [alarmName, atMs, summary] of items) {
      const item = { alarmName, alarmType: 'MetricAlarm', atMs, type: 'StateUpdate', summary, data: '{}' } as const;
      await appendHistory(tx, SCOPE, [item], test.context.uuid);
    }
  });
}

/** Page by page, as clients do. */
async function pages(input: In<'describeAlarmHistory'>, api: ReturnType<typeof historyHandlers> = test.api) {
  const all: string[] = [];
  let NextToken: string | undefined;
  do {
    const answer = await api.describeAlarmHistory({ ...input, NextToken }, test.call());
    all.push((answer.AlarmHistoryItems ?? []).map(({ HistorySummary }) => HistorySummary).join(' '));
    NextToken = answer.NextToken;
  } while (NextToken !== undefined);
  return all;
}

it('is given by time, of one alarm or of all, the newest first unless asked otherwise', async () => {
  await write(
    ['b', NOW_MS - 2_000, 'one'],
    ['a', NOW_MS - 1_000, 'two'],
    ['b', NOW_MS, 'three'],
    ['b', NOW_MS, 'four'],
  );
  const ascending = { ScanBy: 'TimestampAscending', MaxRecords: 2 } as const;
  expect(await pages({ AlarmName: 'b', MaxRecords: 2 })).toEqual(['four three', 'one']);
  expect(await pages({ AlarmName: 'b', ...ascending })).toEqual(['one three', 'four']);
  expect(await pages({ ...ascending, MaxRecords: 3, EndDate: new Date(NOW_MS - 1) })).toEqual(['one two']);
  expect((await pages({ MaxRecords: 1 })).slice(2)).toEqual(['two', 'one']);
  const within = { StartDate: new Date(NOW_MS - 1_000), EndDate: new Date(NOW_MS - 1_000) };
  expect([await pages(within), await pages({ AlarmName: 'b', ...within })]).toEqual([['two'], ['']]);
  expect(await pages({ AlarmName: 'b', EndDate: new Date(NOW_MS - 1) })).toEqual(['one']);
});

it('is read in pieces, however long it is', async () => {
  await write(...Array.from({ length: 450 }, (_, index) => ['a', NOW_MS - index, `${index}`] as const));
  let read = 0;
  const list: Reader['list'] = async (...given) => {
    const listed = await test.store.list(...given);
    read += listed.length;
    return listed;
  };
  const api = historyHandlers({ store: { ...test.store, get: (...given) => test.store.get(...given), list } });
  for (const AlarmName of ['a', undefined]) {
    read = 0;
    const answer = await api.describeAlarmHistory({ AlarmName, MaxRecords: 2 }, test.call());
    expect(answer.AlarmHistoryItems?.map(({ HistorySummary }) => HistorySummary)).toEqual(['0', '1']);
    expect(read).toBeLessThanOrEqual(100);
    const all = Array.from({ length: 450 }, (_, index) => `${index}`).join(' ');
    expect((await pages({ AlarmName }, api)).join(' ')).toBe(all);
  }
});

it('is forgotten after 30 days, also that of alarms that are no more', async () => {
  await write(['gone', NOW_MS - 31 * DAY_MS, 'old'], ['gone', NOW_MS - 29 * DAY_MS, 'young']);
  expect(await pages({})).toEqual(['young']);
  await write(['other', NOW_MS, 'new']);
  const kept = (await test.store.list(historyItems, SCOPE)).map(({ value }) => value.summary);
  expect(kept).toEqual(['young', 'new']);
  expect(await test.store.list(historyByTime, SCOPE)).toHaveLength(2);
});
