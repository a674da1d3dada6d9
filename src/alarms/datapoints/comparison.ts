/** API reference, `ComparisonOperator`. */
export const COMPARISON_OPERATORS = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
  'LessThanLowerOrGreaterThanUpperThreshold',
  'LessThanLowerThreshold',
  'GreaterThanUpperThreshold',
] as const;

export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

/** The band that a data point should lie in. */
export interface Band {
  readonly lower: number;
  readonly upper: number;
}

/** What a value is held against at a time: a number, or a band. */
export type Threshold = number | Band;

const AGAINST_NUMBER: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** Operators of anomaly detection. */
export function isBandOperator(operator: ComparisonOperator): boolean {
  return !(operator in AGAINST_NUMBER);
}

/** Whether a value is on the wrong side. */
export function isBreaching(operator: ComparisonOperator, value: number, threshold: Threshold): boolean {
  if (typeof threshold === 'number') return AGAINST_NUMBER[operator]?.(value, threshold) ?? false;
  const isBelow = operator !== 'GreaterThanUpperThreshold' && value < threshold.lower;
  const isAbove = operator !== 'LessThanLowerThreshold' && value > threshold.upper;
  return isBelow || isAbove;
}
