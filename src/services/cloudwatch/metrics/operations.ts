/** The operations themselves, loaded by the first call of one. */
export { getMetricData } from './get-metric-data/index.ts';
export { getMetricStatistics } from './get-metric-statistics.ts';
export { listMetrics } from './list-metrics.ts';
export { putMetricData } from './put-metric-data.ts';
