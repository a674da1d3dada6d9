/** What bounds an expression. */
export const METRIC_MATH_LIMITS = {
  /** API reference, `MetricDataQuery.Expression`. */
  expressionLength: 2_048,
  /** User guide, "Search expression limits". */
  searchLength: 1_024,
  /** Our own: how deep parentheses and calls may lie in each other. */
  depth: 100,
  /** Our own: series of an array; a request of CloudWatch has at most 500 queries, a search 500 series. */
  arraySeries: 10_000,
  /** Our own: periods of the time range where a series has a value for each; two years of minutes. */
  periods: 1_051_200,
  /** Our own: data points that the functions of one evaluation may give together, about a second of one core. */
  points: 20_000_000,
} as const;
