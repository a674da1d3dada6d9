/** `StandardUnit` (API reference, `MetricDatum`), in AWS's order. */
export const UNITS = [
  'Seconds',
  'Microseconds',
  'Milliseconds',
  'Bytes',
  'Kilobytes',
  'Megabytes',
  'Gigabytes',
  'Terabytes',
  'Bits',
  'Kilobits',
  'Megabits',
  'Gigabits',
  'Terabits',
  'Percent',
  'Count',
  'Bytes/Second',
  'Kilobytes/Second',
  'Megabytes/Second',
  'Gigabytes/Second',
  'Terabytes/Second',
  'Bits/Second',
  'Kilobits/Second',
  'Megabits/Second',
  'Gigabits/Second',
  'Terabits/Second',
  'Count/Second',
  'None',
] as const;

/** What is wrong with a unit, in the words that users of AWS report; nothing where there is none. */
export function unitProblems(unit: string | undefined, at: string): readonly string[] {
  if (unit === undefined || UNITS.some((each) => each === unit)) return [];
  return [`The parameter ${at} must be a value in the set [ ${UNITS.join(', ')} ].`];
}
