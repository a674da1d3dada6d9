/**
 * What requests leave behind: counts and latencies a stage, added up over the workers for `/metrics`, the access log, and the
 * log groups of stages. All of them are told of requests that have been answered; none keeps anything of one.
 */
export { type AuditTrail, openAuditTrail } from './audit-trail/index.ts';
export { type Batch, createBatches, createLogBatches, type LogBatches, SPAN_BATCHES } from './batches/index.ts';
export {
  EXPOSITION_TYPES,
  type ExpositionFormat,
  type Family,
  formatFor,
  labelsOf,
  renderPage,
} from './exposition/index.ts';
export { FunctionCounters, type FunctionCounts, FunctionTotals, functionDataOf } from './functions/index.ts';
export type { SendLogs } from './log-groups/index.ts';
export { cloudWatchDataOf, requestsIn, type StageCounts, StageTotals } from './metrics/index.ts';
export { type Otlp, openOtlp, planOtlp } from './otlp/index.ts';
export { createTelemetry, type LogGroupPlace, type Telemetry } from './telemetry.ts';
