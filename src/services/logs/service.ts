import type { LogsContext } from './context.ts';
import { createDeleteHandlers, describeHandlers, retentionHandlers } from './groups/index.ts';
import { streamHandlers } from './streams/index.ts';
import { tagHandlers } from './tags/index.ts';
import type { LogsHandlers } from './types.ts';

export interface LogsService {
  readonly handlers: ReturnType<typeof logsHandlers>;
}

/** CloudWatch Logs over a store of what is set and a store of events. Handlers throw `ServiceError` with AWS's names and texts. */
export function createLogsService(options: Pick<LogsContext, 'store' | 'logs'>): LogsService {
  return { handlers: logsHandlers({ ...options, countMetricFilters: async () => 0 }) };
}

function logsHandlers(context: LogsContext) {
  return {
    ...createDeleteHandlers(context),
    ...describeHandlers(context),
    ...retentionHandlers(context),
    ...streamHandlers(context),
    ...tagHandlers(context),
  } satisfies LogsHandlers;
}
