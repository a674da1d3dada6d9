/**
 * Log groups without a service that keeps them: one file each below the data directory, or all on standard output, a line of
 * JSON an event (`timestamp`, `logGroup`, `logStream`, `message`).
 */
export { createFileSink } from './file-sink.ts';
export type { ClosableSink } from './sink.ts';
export { createStdoutSink } from './stdout-sink.ts';
