/** Invocations of functions as CloudWatch counts them in `AWS/Lambda`. */
export { FunctionCounters, type FunctionCounts, type FunctionRun } from './function-counters.ts';
export { functionDataOf } from './function-data.ts';
