/** Metrics over time: reading them, and drawing them. */
export { type ChartLine, LineChart } from './line-chart.tsx';
export type { MetricLines, MetricPoint, MetricQuery } from './metric-data.ts';
export { useMetrics } from './use-metrics.ts';
