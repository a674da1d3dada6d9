/**
 * What requests leave behind: counts and latencies a stage, added up over the workers for `/metrics`, and the access log.
 * Both observe requests that have been answered; neither keeps anything of one.
 */
export { type StageCounts, StageTotals } from './metrics/index.ts';
export { createTelemetry, type Telemetry } from './telemetry.ts';
