/** Metrics over time: reading them, and drawing them. */
export { type ChartLine, LineChart } from './line-chart.tsx';
export {
  dataQuery,
  type MetricLines,
  type MetricPoint,
  type MetricQuery,
  type MetricSeries,
  readSeries,
} from './metric-data.ts';
export { useMetrics } from './use-metrics.ts';
export { withZeros } from './with-zeros.ts';
