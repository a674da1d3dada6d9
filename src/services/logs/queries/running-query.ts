import type { LogQuery as CompiledQuery, ResultRow } from '../../../log-insights/index.ts';
import type { LogGroupRef, LogStore, Scope } from '../../../model/index.ts';
import { asQueryEvent } from './as-query-event.ts';
import { mergeEvents } from './merge-events.ts';

/** A query that was asked for. */
export interface AskedQuery {
  readonly id: string;
  readonly scope: Scope;
  readonly queryString: string;
  readonly compiled: CompiledQuery;
  /** Since when each group keeps events; milliseconds since the epoch. */
  readonly groups: readonly { readonly group: LogGroupRef; readonly keptMs: number }[];
  /** Milliseconds since the epoch: inclusive, and exclusive. */
  readonly startMs: number;
  readonly endMs: number;
  readonly createdMs: number;
  /** The ARN of who asked. */
  readonly userArn: string;
}

export type QueryState = 'Scheduled' | 'Running' | 'Complete' | 'Failed' | 'Cancelled' | 'Timeout';

export interface QueryProgress {
  state: QueryState;
  recordsScanned: number;
  recordsMatched: number;
  /** UTF-16 units are counted as bytes where messages are not ASCII: an estimate that costs nothing. */
  bytesScanned: number;
  results: readonly ResultRow[];
  durationMs: number;
  /** Why it failed, for the operator. */
  error?: unknown;
}

/** What a run works with. */
export interface RunSurroundings {
  readonly logs: Pick<LogStore, 'read'>;
  /** Begins to count milliseconds. @returns how many have passed since then */
  elapsed(): () => number;
  /** Lets others have their turn. */
  nextTurn(): Promise<void>;
}

/** Our own: how long events are worked on before others have their turn. */
const TURN_MS = 10;
/** "Queries time out after 60 minutes of runtime" (`GetQueryResultsResponse.status`). */
const TIMEOUT_MS = 3_600_000;

/** Runs a query to its end, or until its state is no more `Running`. Never rejects: an error becomes the state `Failed`. */
export async function runQuery(
  asked: AskedQuery,
  progress: QueryProgress,
  surroundings: RunSurroundings,
): Promise<void> {
  const wholeMs = surroundings.elapsed();
  progress.state = 'Running';
  try {
    await lookThrough(asked, progress, surroundings, wholeMs);
  } catch (error) {
    progress.state = 'Failed';
    progress.error = error;
  }
  progress.durationMs = Math.round(wholeMs());
}

async function lookThrough(
  { compiled, groups, startMs, endMs, createdMs }: AskedQuery,
  progress: QueryProgress,
  { logs, elapsed, nextTurn }: RunSurroundings,
  wholeMs: () => number,
): Promise<void> {
  const run = compiled.run({ nowMs: createdMs, startMs, endMs });
  const direction = compiled.eventOrder === 'newestFirst' ? 'backward' : 'forward';
  const queries = groups.map(({ group, keptMs }) => ({
    group,
    query: { startMs: Math.max(startMs, keptMs), endMs, direction } as const,
  }));
  let turnMs = elapsed();
  for await (const page of mergeEvents(logs, queries)) {
    for (const each of page) {
      progress.recordsScanned += 1;
      progress.bytesScanned += each.event.message.length;
      const wantsMore = run.add(asQueryEvent(each));
      progress.recordsMatched = run.matched;
      if (!wantsMore) {
        finish();
        return;
      }
      if (turnMs() < TURN_MS) continue;
      await nextTurn();
      turnMs = elapsed();
      if (progress.state !== 'Running') return;
      if (wholeMs() > TIMEOUT_MS) {
        progress.state = 'Timeout';
        return;
      }
    }
    await nextTurn();
    if (progress.state !== 'Running') return;
  }
  finish();

  function finish(): void {
    progress.results = run.finish();
    progress.state = 'Complete';
  }
}
