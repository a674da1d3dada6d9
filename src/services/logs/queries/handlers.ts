import { lazyHandlers, once } from '../../../aws/index.ts';
import type { LogsContext } from '../context.ts';
import type { LogsHandlers } from '../types.ts';
import type { loadedHandlers } from './loaded-handlers.ts';
import type { QueryOffice } from './query-office.ts';

/** The operations that have handlers, known before those are loaded. */
export const OPERATIONS = [
  'deleteQueryDefinition',
  'describeQueries',
  'describeQueryDefinitions',
  'getLogGroupFields',
  'getLogRecord',
  'getQueryResults',
  'putQueryDefinition',
  'startQuery',
  'stopQuery',
] as const satisfies readonly (keyof LogsHandlers)[];

/** What concerns queries, loaded with their language by the first call. */
export function insightsHandlers(context: LogsContext, queries: QueryOffice): ReturnType<typeof loadedHandlers> {
  const load = once(async () => (await import('./loaded-handlers.ts')).loadedHandlers(context, queries));
  return lazyHandlers(OPERATIONS, load);
}
