/**
 * The access log: one line of JSON a request, gathered and appended to a file in batches. Several processes may append to
 * one file. What is wrong with the file is told to the operator and to no client.
 */
export { type AccessLog, openAccessLog } from './access-log.ts';
