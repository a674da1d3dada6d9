/** CloudWatch user guide, "Specification: Embedded metric format", and its JSON schema. */
export const EMBEDDED_METRIC_LIMITS = {
  metrics: 100,
  dimensionKeys: 30,
  /** Members of an array of values. */
  values: 100,
  namespace: 1024,
  metricName: 1024,
  dimensionName: 250,
  dimensionValue: 1024,
} as const;
