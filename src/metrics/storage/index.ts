/** Where points lie: a journal of what came last, and SQLite. */
export { type MetricDatabase, openMetricDatabase } from './database.ts';
export { Journal, journalsIn, recordsOf } from './journal.ts';
export type { SeriesRow } from './statements.ts';
