/** What gateway workers hand to the control process, which sends it to other systems: spans and logs, bounded. */
export { type Batch, createBatches } from './batches.ts';
export { SPAN_BATCHES } from './limits.ts';
export { createLogBatches, exportedLog, type LogBatches, weightOf } from './log-batches.ts';
