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

export function historyPrefix(alarmName: string): string {
  return `${encodeURIComponent(alarmName)}/`;
}

/** The part of an id that orders items by time. */
export function historyKey(atMs: number): string {
  return String(atMs).padStart(15, '0');
}

/** Writes items down, and forgets those of the alarm that are too old. */
export async function appendHistory(
  tx: Transaction,
  scope: Scope,
  items: readonly HistoryItem[],
  uuid: () => string,
): Promise<void> {
  for (const item of items) {
    const prefix = `${historyPrefix(item.alarmName)}${historyKey(item.atMs)}-`;
    // What happens in one millisecond keeps its order, too.
    const order = String((await tx.list(historyItems, scope, { prefix })).length).padStart(4, '0');
    await tx.put(historyItems, scope, `${prefix}${order}-${uuid()}`, item, 0);
  }
  const [first] = items;
  if (first) await forgetOld(tx, scope, first.alarmName, first.atMs - LIMITS.historyMs);
}

async function forgetOld(tx: Transaction, scope: Scope, alarmName: string, beforeMs: number): Promise<void> {
  const prefix = historyPrefix(alarmName);
  const oldest = await tx.list(historyItems, scope, { prefix, limit: 10 });
  for (const { id, value } of oldest) if (value.atMs < beforeMs) await tx.delete(historyItems, scope, id);
}
