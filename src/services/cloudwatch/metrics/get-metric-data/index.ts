/** `GetMetricData`. */
export { getMetricData } from './get-metric-data.ts';
