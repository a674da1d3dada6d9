import { discoveredFields, resultText } from '../../../log-insights/index.ts';
import type { LogGroupRef, LogPosition, LogStore, StoredLogEvent } from '../../../model/index.ts';
import type { LogsContext } from '../context.ts';
import { missing } from '../errors.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupOf } from '../names.ts';
import { keptSinceMs } from '../retention.ts';
import type { LogsHandlers } from '../types.ts';
import { asQueryEvent } from './as-query-event.ts';
import { placeOfPointer } from './pointer.ts';

const MINUTE_MS = 60_000;

/** API reference, `GetLogRecord`, `GetLogGroupFields`. */
export function recordHandlers({ store, logs }: LogsContext) {
  return {
    async getLogRecord({ logRecordPointer }, { scope, nowMs }) {
      const { group, position } = placeOfPointer(scope, logRecordPointer);
      const keptMs = keptSinceMs(await requireGroup(store, group), nowMs);
      const event = position.timestampMs < keptMs ? undefined : await eventAt(logs, group, position);
      if (event === undefined) throw missing.record();
      const fields = [...discoveredFields(asQueryEvent({ group, event }))];
      const shown = fields.map(([name, value]) => [name, resultText(value) ?? ''] as const);
      return { logRecord: { ...Object.fromEntries(shown), '@ptr': logRecordPointer } };
    },

    async getLogGroupFields(input, { scope, nowMs }) {
      const group = groupOf(scope, input);
      const keptMs = keptSinceMs(await requireGroup(store, group), nowMs);
      const window =
        input.time === undefined
          ? { startMs: nowMs - 15 * MINUTE_MS, endMs: nowMs + 1 }
          : { startMs: input.time * 1000 - 8 * MINUTE_MS, endMs: input.time * 1000 + 8 * MINUTE_MS };
      const counts = new Map<string, number>();
      let looked = 0;
      const query = { ...window, startMs: Math.max(window.startMs, keptMs, 0), direction: 'backward' } as const;
      for await (const page of logs.read(group, query)) {
        for (const event of page) {
          looked += 1;
          for (const name of discoveredFields(asQueryEvent({ group, event })).keys()) {
            if (counts.has(name) || counts.size < LIMITS.discoveredFields)
              counts.set(name, (counts.get(name) ?? 0) + 1);
          }
        }
        if (looked >= LIMITS.discoveredEvents) break;
      }
      const fields = [...counts].map(([name, count]) => ({ name, percent: Math.round((100 * count) / looked) }));
      return { logGroupFields: fields.sort((a, b) => b.percent - a.percent) };
    },
  } satisfies LogsHandlers;
}

async function eventAt(
  logs: Pick<LogStore, 'read'>,
  group: LogGroupRef,
  { timestampMs, sequence }: LogPosition,
): Promise<StoredLogEvent | undefined> {
  const before = { timestampMs, sequence: sequence - 1 };
  const query = { startMs: timestampMs, endMs: timestampMs + 1, direction: 'forward', after: before } as const;
  for await (const page of logs.read(group, query)) {
    const [first] = page;
    if (first !== undefined) return first.sequence === sequence ? first : undefined;
  }
  return undefined;
}
