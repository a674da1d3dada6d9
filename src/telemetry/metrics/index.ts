/**
 * Count, 4XXError, 5XXError, CacheHitCount, CacheMissCount, Latency and IntegrationLatency a stage (telemetry E.1), as CloudWatch has them for `AWS/ApiGateway`
 * by ApiName and Stage. A worker counts and hands over what has come since the last time; the control process adds up, so
 * that a worker that ends takes no counts along but those of its last second.
 */
export { cloudWatchDataOf } from './cloudwatch-data.ts';
export { requestsIn, type StageCounts } from './stage-counters.ts';
export { StageMetrics } from './stage-metrics.ts';
export { StageTotals } from './stage-totals.ts';
