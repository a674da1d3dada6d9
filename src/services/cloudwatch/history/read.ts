import { setImmediate as breathe } from 'node:timers/promises';
import type { Scope } from '../../../model/index.ts';
import type { PageRequest, Reader } from '../../../store/index.ts';
import { type HistoryItem, historyByTime, historyItems, historyKey, historyPrefix } from './documents.ts';

/** So many items are read at once, however long the history is. */
const CHUNK = 100;

export interface HistoryRange {
  /** Absent: the history of all alarms. */
  readonly alarmName: string | undefined;
  readonly oldestMs: number;
  /** Absent: without end. */
  readonly newestMs: number | undefined;
  readonly isDescending: boolean;
  /** The id of the item where the page before ended. */
  readonly after: string | undefined;
}

/** An item, and its id in the listing that was asked for. */
export interface PlacedItem {
  readonly id: string;
  readonly item: HistoryItem;
}

/** The items of a range in order. No more of them are read than a chunk beyond what is taken. */
export async function* readHistory(
  reader: Reader,
  scope: Scope,
  range: HistoryRange,
): AsyncGenerator<PlacedItem, void, void> {
  const kind = range.alarmName === undefined ? historyByTime : historyItems;
  let page = firstPage(range);
  for (;;) {
    const listed = await reader.list<HistoryItem | string>(kind, scope, page);
    for (const { id, value } of listed) {
      const item = typeof value === 'string' ? (await reader.get(historyItems, scope, value))?.value : value;
      // One that is too old may be forgotten meanwhile.
      if (item) yield { id, item };
    }
    const last = listed.at(-1)?.id;
    if (last === undefined || listed.length < CHUNK) return;
    page = beyond(page, last);
    await breathe();
  }
}

function firstPage({ alarmName, oldestMs, newestMs, isDescending, after }: HistoryRange): PageRequest {
  const prefix = alarmName === undefined ? '' : historyPrefix(alarmName);
  const page: PageRequest = {
    prefix,
    after: prefix + historyKey(oldestMs),
    ...(newestMs !== undefined && { before: prefix + historyKey(newestMs + 1) }),
    isDescending,
    limit: CHUNK,
  };
  return after === undefined ? page : beyond(page, after);
}

function beyond(page: PageRequest, id: string): PageRequest {
  return page.isDescending ? { ...page, before: id } : { ...page, after: id };
}
