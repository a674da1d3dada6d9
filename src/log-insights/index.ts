/**
 * The query language of CloudWatch Logs Insights: a query is compiled once into stages that events are pushed through, one after the
 * other. A run holds groups and the first rows of an order, and never all events; what it holds is bounded.
 */
export { QueryLimitError, QueryNotSupportedError, QuerySyntaxError } from './errors.ts';
export { discoveredFields, type QueryEvent } from './events/index.ts';
export { QUERY_LIMITS, type QueryLimits } from './limits.ts';
export { compileQuery, type LogQuery, type QueryRun, type ResultRow } from './query.ts';
export { resultText } from './values/index.ts';
