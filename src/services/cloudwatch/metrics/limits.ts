/** The figures of metrics (CloudWatch API reference, each operation; user guide, "CloudWatch service quotas"). */
export const METRIC_DATA_LIMITS = {
  data: 1_000,
  values: 150,
  dimensions: 30,
  namespaceLength: 255,
  metricNameLength: 255,
  dimensionNameLength: 255,
  dimensionValueLength: 1_024,
  /** Of a value, either side of zero. */
  value: 2 ** 360,
  /** How old data may be, and how far ahead. */
  pastMs: 1_209_600_000,
  futureMs: 7_200_000,
  entities: 2,
} as const;

export const READ_LIMITS = {
  /** Of `GetMetricStatistics`. */
  statisticsPoints: 1_440,
  extendedStatistics: 10,
  queries: 500,
  /** Of `GetMetricData`, a page. */
  dataPoints: 100_800,
  /** Ours: what expressions of one call may be made of. */
  evaluatedPoints: 2_000_000,
  /** Of `ListMetrics`, a page. */
  metrics: 500,
  dimensionFilters: 10,
  /** How many metrics one search gives (user guide, "CloudWatch search expressions"). */
  searchedMetrics: 500,
  /** API reference, `ListMetrics`: metrics without data for two weeks are not listed. */
  listedMs: 1_209_600_000,
  /** `RecentlyActive`, `PT3H`. */
  recentlyActiveMs: 10_800_000,
  labelLength: 10_000,
} as const;
