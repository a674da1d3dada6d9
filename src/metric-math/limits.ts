/** What bounds an expression. */
export const METRIC_MATH_LIMITS = {
  /** API reference, `MetricDataQuery.Expression`. */
  expressionLength: 2_048,
  /** User guide, "Search expression limits". */
  searchLength: 1_024,
  /** Our own: how deep parentheses and calls may lie in each other. */
  depth: 100,
  /** Our own: data points that the functions of one evaluation may give together, about a second of one core. */
  points: 20_000_000,
} as const;
