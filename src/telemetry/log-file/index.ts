/**
 * Files that lines are appended to in batches, by one process or several. What is wrong with a file is told to the operator and
 * to no client.
 */
export { BATCH_BYTES } from './limits.ts';
export { LogFile, type Warn } from './log-file.ts';
