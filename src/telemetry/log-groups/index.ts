/**
 * Where the events of log groups go: in batches to whoever keeps them, or, without a service that does, to one file each below the
 * data directory or to standard output, a line of JSON an event (`timestamp`, `logGroup`, `logStream`, `message`).
 */
export { type BatchSink, createBatchSink, type SendLogs } from './batch-sink.ts';
export { type BatchedDeliveries, createDeliverySink } from './delivery-sink.ts';
export { createFileSink } from './file-sink.ts';
export type { ClosableSink } from './sink.ts';
export { createStdoutSink } from './stdout-sink.ts';
