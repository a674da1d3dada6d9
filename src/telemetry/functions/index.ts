/** Invocations of functions as CloudWatch counts them in `AWS/Lambda`, and their totals for Prometheus. */
export { FunctionCounters, type FunctionCounts, type FunctionRun } from './function-counters.ts';
export { functionDataOf } from './function-data.ts';
export { FunctionTotals } from './function-totals.ts';
