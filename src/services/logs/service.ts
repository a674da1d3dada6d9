import type { LogBatch } from '../../model/index.ts';
import type { LogsContext } from './context.ts';
import { filterLogEventsHandler, getLogEventsHandler, putLogEventsHandler } from './events/index.ts';
import { createDeleteHandlers, describeHandlers, retentionHandlers } from './groups/index.ts';
import { createIngestion, expireEvents } from './ingestion/index.ts';
import { streamHandlers } from './streams/index.ts';
import { tagHandlers } from './tags/index.ts';
import type { LogsHandlers } from './types.ts';

export interface LogsServiceOptions extends Pick<LogsContext, 'store' | 'logs' | 'elapsed'> {
  /** Milliseconds since the epoch. */
  now(): number;
  /** One line for the operator. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

export interface LogsService {
  readonly handlers: ReturnType<typeof logsHandlers>;
  /** Takes what stages and functions log; never rejects. */
  ingest(batches: readonly LogBatch[]): Promise<void>;
  /** Lets go of events that are older than their groups keep them. */
  expire(): Promise<void>;
}

/** CloudWatch Logs over a store of what is set and a store of events. Handlers throw `ServiceError` with AWS's names and texts. */
export function createLogsService(options: LogsServiceOptions): LogsService {
  const { store, logs, now } = options;
  return {
    handlers: logsHandlers({ ...options, countMetricFilters: async () => 0 }),
    ingest: createIngestion(options),
    expire: () => expireEvents(store, logs, now()),
  };
}

function logsHandlers(context: LogsContext) {
  return {
    ...createDeleteHandlers(context),
    ...describeHandlers(context),
    ...retentionHandlers(context),
    ...streamHandlers(context),
    ...putLogEventsHandler(context),
    ...getLogEventsHandler(context),
    ...filterLogEventsHandler(context),
    ...tagHandlers(context),
  } satisfies LogsHandlers;
}
