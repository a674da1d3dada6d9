/**
 * CloudWatch's metric math (CloudWatch user guide, "Math expressions with metrics"): expressions over series of data points.
 * Text in, series out; whoever has metrics reads them before and gives them in. Bounded in depth and in data points.
 */
export { MetricMathError } from './errors.ts';
export { ExpressionError, evaluateAll, type NamedExpression } from './evaluate.ts';
export { compileExpression, type Expression } from './expression.ts';
export { METRIC_MATH_LIMITS } from './limits.ts';
export { compileSearch, type SearchableMetric } from './search/index.ts';
export { isArray, type TimeSeries, type Value } from './series.ts';
export type { Expectation, SearchCall, Surroundings } from './surroundings.ts';
