/** Spans of sampled requests on their way from the process that served them to the one that sends them on. */
export { createSpanBatches, type SpanBatch, type SpanBatches } from './span-batches.ts';
