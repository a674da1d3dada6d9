import type { LogGroupRef, LogQuery, LogStore, StoredLogEvent } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';

/** How much one answer holds and looks at. */
export interface PageTerms {
  readonly limit: number;
  matches(message: string): boolean;
  /** Milliseconds that never go backwards. */
  elapsedMs(): number;
}

export interface EventPage {
  /** In the direction of the query. */
  readonly events: readonly StoredLogEvent[];
  /** The last event that was looked at when there may be more; undefined when there is no more. */
  readonly last: StoredLogEvent | undefined;
}

/**
 * Reads what one answer holds: so many events, a megabyte (API reference, `FilterLogEvents`), or what is found in a second. A search
 * that takes longer goes on with the next page, which may be empty, too.
 */
export async function readPage(
  logs: LogStore,
  group: LogGroupRef,
  query: LogQuery,
  { limit, matches, elapsedMs }: PageTerms,
): Promise<EventPage> {
  const events: StoredLogEvent[] = [];
  let bytes = 0;
  let last: StoredLogEvent | undefined;
  for await (const page of logs.read(group, query)) {
    for (const event of page) {
      if (matches(event.message)) {
        const size = Buffer.byteLength(event.message) + LIMITS.eventOverheadBytes;
        if (events.length === limit || (events.length > 0 && bytes + size > LIMITS.pageBytes)) return { events, last };
        bytes += size;
        events.push(event);
      }
      last = event;
    }
    if (last !== undefined && elapsedMs() > LIMITS.searchMs) return { events, last };
  }
  return { events, last: undefined };
}
