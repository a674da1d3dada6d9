import type { LogStore } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { logGroups } from '../groups/document.ts';
import { keptSinceMs } from '../retention.ts';

/** Lets go of what groups keep no longer. */
export async function expireEvents(reader: Reader, logs: LogStore, nowMs: number): Promise<void> {
  for (const { scope, value } of await reader.scan(logGroups)) {
    if (value.retentionInDays !== undefined) await logs.expire({ scope, name: value.name }, keptSinceMs(value, nowMs));
  }
}
