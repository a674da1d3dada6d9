/** Queries in the Logs Insights language over the events of groups, and queries that are kept under a name. */
export { definitionHandlers } from './definition-handlers.ts';
export { groupOfPointer } from './pointer.ts';
export { queryHandlers } from './query-handlers.ts';
export { QueryOffice } from './query-office.ts';
export { recordHandlers } from './record-handlers.ts';
