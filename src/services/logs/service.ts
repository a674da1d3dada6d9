import type { AccessRules } from '../../aws/index.ts';
import type { LogBatch, MetricStore } from '../../model/index.ts';
import { createLogsAccess } from './access/index.ts';
import type { LogsContext } from './context.ts';
import { filterLogEventsHandler, getLogEventsHandler, putLogEventsHandler } from './events/index.ts';
import { startFollowing } from './following/index.ts';
import { createDeleteHandlers, describeHandlers, retentionHandlers } from './groups/index.ts';
import { createIngestion, expireEvents } from './ingestion/index.ts';
import { liveTailHandlers, TailSessions } from './live-tail/index.ts';
import {
  countMetricFilterRegexes,
  countMetricFilters,
  metricFilterHandlers,
  removeMetricFilters,
} from './metric-filters/index.ts';
import { insightsHandlers, QueryOffice } from './queries/index.ts';
import { streamHandlers } from './streams/index.ts';
import {
  countSubscriptionRegexes,
  removeSubscriptionFilters,
  subscriptionFilterHandlers,
} from './subscription-filters/index.ts';
import { tagHandlers } from './tags/index.ts';
import type { LogsHandlers } from './types.ts';

/** What of the context one room of the service is to another. */
type Inner = 'tails' | 'countMetricFilters' | 'countMetricFilterRegexes' | 'countSubscriptionRegexes' | 'removeFilters';

export interface LogsServiceOptions extends Omit<LogsContext, Inner> {
  /** Where metrics of log events go. */
  readonly metrics: Pick<MetricStore, 'put'>;
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface LogsService {
  readonly handlers: ReturnType<typeof logsHandlers>;
  /** What callers must be allowed to do. */
  readonly access: AccessRules;
  /** Takes what stages and functions log; never rejects. */
  ingest(batches: readonly LogBatch[]): Promise<void>;
  /**
   * Begins to make metrics of events that come in, and to call functions that subscribe to them.
   * @returns how to stop; resolves when what came in is done
   */
  follow(): Promise<() => Promise<void>>;
  /** Ends Live Tail sessions within a second: they would keep the server from ending. */
  endTails(): void;
  /** Forgets queries and their results, which are in no store. */
  forgetQueries(): void;
  /** Lets go of events that are older than their groups keep them. */
  expire(): Promise<void>;
}

/** CloudWatch Logs over a store of what is set and a store of events. Handlers throw `ServiceError` with AWS's names and texts. */
export function createLogsService(options: LogsServiceOptions): LogsService {
  const { store, logs, elapsed, nextTurn, now, warn } = options;
  const tails = new TailSessions();
  const queries = new QueryOffice({
    logs,
    elapsed,
    nextTurn,
    failed: ({ id }, error) => warn('A query of logs failed.', { queryId: id, error: String(error) }),
  });
  return {
    access: createLogsAccess(queries),
    handlers: logsHandlers(
      {
        ...options,
        tails,
        countMetricFilters,
        countMetricFilterRegexes,
        countSubscriptionRegexes,
        async removeFilters(tx, group) {
          await removeMetricFilters(tx, group);
          await removeSubscriptionFilters(tx, group);
        },
      },
      queries,
    ),
    follow: () => startFollowing(options),
    endTails: () => tails.end(),
    forgetQueries: () => queries.clear(),
    ingest: createIngestion(options),
    expire: () => expireEvents(store, logs, now()),
  };
}

function logsHandlers(context: LogsContext, queries: QueryOffice) {
  return {
    ...createDeleteHandlers(context),
    ...describeHandlers(context),
    ...retentionHandlers(context),
    ...streamHandlers(context),
    ...putLogEventsHandler(context),
    ...getLogEventsHandler(context),
    ...filterLogEventsHandler(context),
    ...metricFilterHandlers(context),
    ...subscriptionFilterHandlers(context),
    ...insightsHandlers(context, queries),
    ...liveTailHandlers(context),
    ...tagHandlers(context),
  } satisfies LogsHandlers;
}
