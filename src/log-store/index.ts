/**
 * Log groups on disk: events are appended to a log a group, which is sorted, compressed and closed for good when it has grown; an
 * index of times and streams finds stretches of them again. One process writes; what it answered survives its end.
 */
export { type ClosableLogStore, createLogStore, type LogStoreOptions } from './log-store.ts';
