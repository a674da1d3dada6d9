import type { Arguments } from '../arguments.ts';
import { isSeries, type TimeSeries, type Value, valuesAt, withPoints } from '../series.ts';
import { mathFunction } from './function.ts';

/**
 * User guide, "Using IF expressions": a condition that is a series decides point by point. Where the chosen side is a series
 * that lacks the point it is 0, unless the other side is a scalar and the condition false: then the point is dropped.
 */
export const IF = mathFunction(2, 3, (given): Value => {
  const condition = given.value(0);
  if (typeof condition === 'number') return chosenWhole(given, condition !== 0);
  if (!isSeries(condition)) throw given.error('a time series or a number', 0);
  const yes = branch(given, 1);
  const no = given.count === 3 ? branch(given, 2) : Number.NaN;
  const whenTrue = pick(yes, condition.times, 0);
  const whenFalse = pick(no, condition.times, typeof yes === 'number' ? Number.NaN : 0);
  const values = condition.values.map((value, index) => (value !== 0 ? whenTrue(index) : whenFalse(index)));
  return withPoints(condition, condition.times, values);
});

function chosenWhole(given: Arguments, isTrue: boolean): Value {
  if (isTrue) return branch(given, 1);
  if (given.count === 3) return branch(given, 2);
  const yes = branch(given, 1);
  const { label, periodSeconds } = isSeries(yes) ? yes : { label: '', periodSeconds: given.surroundings.periodSeconds };
  return { label, periodSeconds, times: [], values: [] };
}

function branch(given: Arguments, index: number): number | TimeSeries {
  const value = given.value(index);
  if (typeof value !== 'number' && !isSeries(value)) throw given.error('a time series or a number', index);
  return value;
}

function pick(value: number | TimeSeries, times: readonly number[], missing: number): (index: number) => number {
  if (typeof value === 'number') return () => value;
  const values = valuesAt(value, times);
  return (index) => values[index] ?? missing;
}
