/**
 * Metrics over time, on disk (decision 0030): by the minute, rolled up to five minutes and to hours, by the second where that is
 * asked for. Percentiles are kept as histograms that can be merged. Opened by the first metric, not by the start.
 */
export { MetricStoreFullError } from './errors.ts';
export { CLOUDWATCH_RETENTION, type Retention } from './limits.ts';
export { createMetricStore, type FileMetricStore, type MetricStoreOptions } from './metric-store.ts';
export { parseStatistic, type Statistic, statisticOf } from './statistics/index.ts';
