import type { MetricSample } from '../../../model/index.ts';
import { invalidParameterCombination, invalidParameterValue, missingParameter } from '../errors.ts';
import type { In } from '../types.ts';
import { METRIC_DATA_LIMITS } from './limits.ts';
import { dimensionProblems, metricNameProblems } from './names.ts';
import { unitProblems } from './units.ts';

export type GivenDatum = NonNullable<In<'putMetricData'>['MetricData']>[number];

/**
 * Checks the data of a call, all before any is kept; complaints are a line each, as users of AWS report.
 * @param at such as `MetricData`
 * @throws {ServiceError}
 */
export function checkData(data: readonly GivenDatum[], at: string, nowMs: number): void {
  const places = data.map((datum, index) => ({ datum, place: `${at}.member.${index + 1}` }));
  for (const { datum, place } of places) checkSamples(datum, place);
  const problems = places.flatMap(({ datum, place }) => problemsOf(datum, place, nowMs));
  if (problems.length > 0) throw invalidParameterValue(problems.join('\n'));
}

/** Exactly one way to say what was measured. The texts and codes for two of them are those that users of AWS report. */
function checkSamples({ Value, Values, Counts, StatisticValues }: GivenDatum, place: string): void {
  const both = (one: string, other: string) =>
    `The parameters ${place}.${one} and ${place}.${other} are mutually exclusive and you have specified both.`;
  const hasValues = Values !== undefined && Values.length > 0;
  if (Value !== undefined && hasValues) throw invalidParameterValue(both('Value', 'Values'));
  if (Value !== undefined && StatisticValues) throw invalidParameterCombination(both('Value', 'StatisticValues'));
  if (hasValues && StatisticValues) throw invalidParameterCombination(both('Values', 'StatisticValues'));
  if (Value === undefined && !hasValues && !StatisticValues) {
    throw missingParameter('At least one of the parameters must be specified.');
  }
  if (Counts && Counts.length > 0 && Counts.length !== (Values?.length ?? 0)) {
    throw invalidParameterValue(`The parameters ${place}.Values and ${place}.Counts must be of the same size.`);
  }
}

function problemsOf(datum: GivenDatum, place: string, nowMs: number): readonly string[] {
  const { MetricName = '', Dimensions = [], Unit, Timestamp, StorageResolution } = datum;
  return [
    ...metricNameProblems(MetricName, `${place}.MetricName`),
    ...dimensionProblems(Dimensions, `${place}.Dimensions`),
    ...unitProblems(Unit, `${place}.Unit`),
    ...timestampProblems(Timestamp?.getTime(), `${place}.Timestamp`, nowMs),
    ...(StorageResolution === undefined || StorageResolution === 1 || StorageResolution === 60
      ? []
      : [`The value ${StorageResolution} for parameter ${place}.StorageResolution is invalid.`]),
    ...numberProblems(datum, place),
  ];
}

function timestampProblems(timestampMs: number | undefined, at: string, nowMs: number): readonly string[] {
  if (timestampMs === undefined) return [];
  if (!(timestampMs >= nowMs - METRIC_DATA_LIMITS.pastMs)) {
    return [`The parameter ${at} must specify a time within the past two weeks.`];
  }
  if (timestampMs <= nowMs + METRIC_DATA_LIMITS.futureMs) return [];
  return [`The parameter ${at} must specify a time no more than two hours in the future.`];
}

function numberProblems({ Value, Values = [], Counts = [], StatisticValues }: GivenDatum, place: string) {
  const { values: most } = METRIC_DATA_LIMITS;
  if (Values.length > most) return [`The collection ${place}.Values must not have a size greater than ${most}.`];
  const { SampleCount, Sum, Minimum, Maximum } = StatisticValues ?? {};
  const named: readonly (readonly [string, number | undefined])[] = [
    ['Value', Value],
    ...Values.map((value, index) => [`Values.member.${index + 1}`, value] as const),
    ...Counts.map((value, index) => [`Counts.member.${index + 1}`, value] as const),
    ['StatisticValues.SampleCount', SampleCount],
    ['StatisticValues.Sum', Sum],
    ['StatisticValues.Minimum', Minimum],
    ['StatisticValues.Maximum', Maximum],
  ];
  const bad = named.flatMap(([name, value]) =>
    value === undefined || isGood(value, /Count/.test(name))
      ? []
      : [`The value ${value} for parameter ${place}.${name} is invalid.`],
  );
  // As users of AWS report it.
  return (Minimum ?? 0) <= (Maximum ?? Minimum ?? 0)
    ? bad
    : [...bad, `The parameter ${place}.StatisticValues.Maximum must be greater than ${place}.StatisticValues.Minimum.`];
}

function isGood(value: number, isCount: boolean): boolean {
  return Number.isFinite(value) && Math.abs(value) <= METRIC_DATA_LIMITS.value && (!isCount || value >= 0);
}

/** What a datum that was checked says. */
export function sampleOf({ Value, Values = [], Counts = [], StatisticValues }: GivenDatum): MetricSample {
  if (Value !== undefined) return { value: Value };
  if (StatisticValues === undefined) return { values: Values, counts: Values.map((_, index) => Counts[index] ?? 1) };
  const { SampleCount = 0, Sum = 0, Minimum = 0, Maximum = 0 } = StatisticValues;
  return { sampleCount: SampleCount, sum: Sum, minimum: Minimum, maximum: Maximum };
}
