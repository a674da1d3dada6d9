import { MetricMathError } from './errors.ts';
import { METRIC_MATH_LIMITS } from './limits.ts';

/** A metric, or what was made of some, over time. Times without a value are missing, not zero. */
export interface TimeSeries {
  readonly label: string;
  readonly periodSeconds: number;
  /** Milliseconds since the epoch where the periods begin, ascending, each once. */
  readonly times: readonly number[];
  /** One for each time, finite. */
  readonly values: readonly number[];
}

/** What an expression, or a part of one, comes to. */
export type Value = number | TimeSeries | readonly TimeSeries[];

export function isArray(value: Value): value is readonly TimeSeries[] {
  return Array.isArray(value);
}

export function isSeries(value: Value): value is TimeSeries {
  return typeof value === 'object' && !isArray(value);
}

/** With these points in place of its own; one that is no finite number is dropped, as where it was divided by zero. */
export function withPoints(series: TimeSeries, times: readonly number[], values: readonly number[]): TimeSeries {
  if (values.every(Number.isFinite)) return { ...series, times, values };
  const kept = values
    .map((value, index) => ({ value, time: times[index] ?? 0 }))
    .filter(({ value }) => Number.isFinite(value));
  return { ...series, times: kept.map(({ time }) => time), values: kept.map(({ value }) => value) };
}

/** How many periods a time range has, whose end does not belong to it. */
export function countPeriods(startMs: number, endMs: number, periodSeconds: number): number {
  const step = periodSeconds * 1_000;
  return Math.max(0, Math.ceil((endMs - Math.floor(startMs / step) * step) / step));
}

/** The beginnings of these periods. @throws {MetricMathError} for more than may be */
export function periodsIn(startMs: number, endMs: number, periodSeconds: number): number[] {
  const step = periodSeconds * 1_000;
  const first = Math.floor(startMs / step) * step;
  const length = countPeriods(startMs, endMs, periodSeconds);
  if (length > METRIC_MATH_LIMITS.periods) throw new MetricMathError('The time range has too many periods', 0);
  return Array.from({ length }, (_, index) => first + index * step);
}

/** All times of some series, ascending, each once. */
export function unionOfTimes(all: readonly TimeSeries[]): readonly number[] {
  const [first, ...others] = all;
  if (first === undefined) return [];
  if (others.every(({ times }) => haveSameTimes(times, first.times))) return first.times;
  return [...new Set(all.flatMap(({ times }) => times))].sort((a, b) => a - b);
}

/** A series' values at ascending times; undefined where it has none. */
export function valuesAt({ times, values }: TimeSeries, wanted: readonly number[]): readonly (number | undefined)[] {
  if (haveSameTimes(times, wanted)) return values;
  let at = 0;
  return wanted.map((time) => {
    while (at < times.length && (times[at] ?? 0) < time) at++;
    return times[at] === time ? values[at] : undefined;
  });
}

function haveSameTimes(one: readonly number[], other: readonly number[]): boolean {
  return one === other || (one.length === other.length && one.every((time, index) => time === other[index]));
}
