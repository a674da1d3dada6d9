import type { Scope } from '../../../model/index.ts';
import { defineKind, type Transaction } from '../../../store/index.ts';
import type { Alarm } from '../alarms/documents.ts';
import { LIMITS } from '../limits.ts';

/** API reference, `AlarmHistoryItem`. */
export interface HistoryItem {
  readonly alarmName: string;
  readonly alarmType: Alarm['type'];
  readonly atMs: number;
  readonly type: 'ConfigurationUpdate' | 'StateUpdate' | 'Action';
  readonly summary: string;
  /** JSON. */
  readonly data: string;
}

/** By alarm and time: `NAME/TIME-UUID`, the name percent-encoded, so that an alarm's items stand together in order. */
export const historyItems = defineKind<HistoryItem>('CloudWatchAlarmHistoryItem');

/** The ids of all items by time, whatever the alarm: `TIME-UUID`. */
export const historyByTime = defineKind<string>('CloudWatchAlarmHistoryTime');

export function historyPrefix(alarmName: string): string {
  return `${encodeURIComponent(alarmName)}/`;
}

/** The part of an id that orders items by time. */
export function historyKey(atMs: number): string {
  return String(atMs).padStart(15, '0');
}

/** Writes items down, and forgets some of those of the region that are too old. */
export async function appendHistory(
  tx: Transaction,
  scope: Scope,
  items: readonly HistoryItem[],
  uuid: () => string,
): Promise<void> {
  for (const item of items) {
    const alarm = historyPrefix(item.alarmName);
    const atMs = historyKey(item.atMs);
    // What happens in one millisecond keeps its order, too.
    const sameTime = await tx.list(historyItems, scope, { prefix: `${alarm}${atMs}-` });
    const time = `${atMs}-${String(sameTime.length).padStart(4, '0')}-${uuid()}`;
    await tx.put(historyItems, scope, `${alarm}${time}`, item, 0);
    await tx.put(historyByTime, scope, time, `${alarm}${time}`, 0);
    await forgetOld(tx, scope, item.atMs - LIMITS.historyMs);
  }
}

/** More of them than come, so that none stays. */
async function forgetOld(tx: Transaction, scope: Scope, beforeMs: number): Promise<void> {
  for (const { id, value } of await tx.list(historyByTime, scope, { before: historyKey(beforeMs), limit: 10 })) {
    await tx.delete(historyByTime, scope, id);
    await tx.delete(historyItems, scope, value);
  }
}
