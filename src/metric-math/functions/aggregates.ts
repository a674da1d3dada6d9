import { METRIC_MATH_LIMITS } from '../limits.ts';
import { countPeriods, isArray, type TimeSeries, unionOfTimes, type Value, valuesAt, withPoints } from '../series.ts';
import type { Surroundings } from '../surroundings.ts';
import { type MathFunction, mathFunction } from './function.ts';

/**
 * One number of the values that are there.
 * @param slots how many there were if none were missing
 */
type Reduce = (values: readonly number[], slots: number) => number;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** "Missing values are treated as 0", unlike in what follows from `SUM(m1) / DATAPOINT_COUNT(m1)`. */
const average: Reduce = (values, slots) => sum(values) / slots;

const deviation: Reduce = (values) => {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
};
const smallest: Reduce = (values) => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
const largest: Reduce = (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

/** Of a series over its time; of an array at each time over its series. */
function aggregate(reduce: Reduce): MathFunction {
  return mathFunction(1, 1, (given): Value => {
    const value = given.seriesOrArray(0);
    if (!isArray(value)) return reduceSeries(value, reduce, given.surroundings);
    const times = unionOfTimes(value);
    if (times.length * value.length > METRIC_MATH_LIMITS.points) {
      throw given.error('fewer time series, or shorter ones', 0);
    }
    return across(value, times, reduce);
  });
}

/** @param reduce of `SORT` too */
export function reduceSeries(series: TimeSeries, reduce: Reduce, { startMs, endMs }: Surroundings): number {
  const slots = countPeriods(startMs, endMs, series.periodSeconds);
  return reduce(series.values, Math.max(slots, series.values.length));
}

function across(all: readonly TimeSeries[], times: readonly number[], reduce: Reduce): TimeSeries {
  const rows = all.map((each) => valuesAt(each, times));
  const values = times.map((_, index) =>
    reduce(
      rows.map((row) => row[index]).filter((value) => value !== undefined),
      all.length,
    ),
  );
  const periodSeconds = largest(
    all.map((each) => each.periodSeconds),
    0,
  );
  return withPoints({ label: '', periodSeconds: Math.max(1, periodSeconds), times, values }, times, values);
}

/** By what `SORT` sorts. */
export const SORT_KEYS: Readonly<Record<string, Reduce>> = { AVG: average, MIN: smallest, MAX: largest, SUM: sum };

export const AGGREGATES = {
  AVG: aggregate(average),
  DATAPOINT_COUNT: aggregate((values) => values.length),
  MAX: aggregate(largest),
  MIN: aggregate(smallest),
  STDDEV: aggregate(deviation),
  SUM: aggregate(sum),
} as const;
