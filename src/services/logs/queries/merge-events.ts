import type { LogGroupRef, LogQuery, LogStore, StoredLogEvent } from '../../../model/index.ts';

/** An event and the group that it is of. */
export interface GroupEvent {
  readonly group: LogGroupRef;
  readonly event: StoredLogEvent;
}

/** Some events, in order. It may have none, where there is much to look through. */
export type EventPage = readonly GroupEvent[];

/** What is read of one group. */
export interface GroupQuery {
  readonly group: LogGroupRef;
  readonly query: LogQuery;
}

interface Source {
  readonly group: LogGroupRef;
  readonly pages: AsyncIterator<readonly StoredLogEvent[]>;
  page: readonly StoredLogEvent[];
  at: number;
}

/** The events of several groups in one order of time; all queries have the same direction. */
export async function* mergeEvents(
  logs: Pick<LogStore, 'read'>,
  queries: readonly GroupQuery[],
): AsyncGenerator<EventPage, void, void> {
  const sign = queries[0]?.query.direction === 'backward' ? -1 : 1;
  const open = queries.map(
    ({ group, query }): Source => ({ group, pages: logs.read(group, query)[Symbol.asyncIterator](), page: [], at: 0 }),
  );
  try {
    let sources = await fill(open);
    while (sources.length > 0) {
      const merged: GroupEvent[] = [];
      // Up to where one page ends nothing is missing of the others.
      while (sources.every(({ page, at }) => at < page.length)) {
        const next = sources.reduce((best, source) => (timeOf(source) * sign < timeOf(best) * sign ? source : best));
        const event = next.page[next.at];
        next.at += 1;
        if (event) merged.push({ group: next.group, event });
      }
      yield merged;
      sources = await fill(sources);
    }
  } finally {
    await Promise.all(open.map(({ pages }) => pages.return?.()));
  }
}

/** Reads on where a page has ended. @returns the sources that have not ended */
async function fill(sources: readonly Source[]): Promise<readonly Source[]> {
  const left: Source[] = [];
  for (const source of sources) {
    let isOver = false;
    while (source.at >= source.page.length && !isOver) {
      const next = await source.pages.next();
      isOver = next.done === true;
      source.page = next.done ? [] : next.value;
      source.at = 0;
    }
    if (!isOver) left.push(source);
  }
  return left;
}

function timeOf({ page, at }: Source): number {
  return page[at]?.timestampMs ?? 0;
}
