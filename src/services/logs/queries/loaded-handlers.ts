import type { LogsContext } from '../context.ts';
import type { LogsHandlers } from '../types.ts';
import { definitionHandlers } from './definition-handlers.ts';
import { queryHandlers } from './query-handlers.ts';
import type { QueryOffice } from './query-office.ts';
import { recordHandlers } from './record-handlers.ts';

/** The handlers themselves, with the language. `insightsHandlers` loads them when one is first called. */
export function loadedHandlers(context: LogsContext, queries: QueryOffice) {
  return {
    ...queryHandlers(context, queries),
    ...recordHandlers(context),
    ...definitionHandlers(context),
  } satisfies LogsHandlers;
}
