/** Queries in the Logs Insights language over the events of groups, and queries that are kept under a name. */
export { insightsHandlers } from './handlers.ts';
export { groupOfPointer } from './pointer.ts';
export { QueryOffice } from './query-office.ts';
