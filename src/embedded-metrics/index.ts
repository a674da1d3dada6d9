/** Embedded metric format: log events that have metrics in them (CloudWatch user guide, "Specification: Embedded metric format"). */
export { EMBEDDED_METRICS_MARK, type EmbeddedMetric, readEmbeddedMetrics } from './embedded-metrics.ts';
