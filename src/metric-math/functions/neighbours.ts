import { mapEach } from '../operators.ts';
import { type TimeSeries, withPoints } from '../series.ts';
import { type MathFunction, mathFunction } from './function.ts';

/** @param of a value's difference to the one before, and the seconds between the two */
function withPrevious(of: (difference: number, seconds: number) => number): MathFunction {
  const change = (series: TimeSeries): TimeSeries => {
    const { times, values } = series;
    const changed = values.slice(1).map((value, index) => {
      const seconds = ((times[index + 1] ?? 0) - (times[index] ?? 0)) / 1_000;
      return of(value - (values[index] ?? 0), seconds);
    });
    return withPoints(series, times.slice(1), changed);
  };
  return mathFunction(1, 1, (given) => mapEach(given.seriesOrArray(0), change));
}

function runningSum(series: TimeSeries): TimeSeries {
  let sum = 0;
  const values = series.values.map((value) => {
    sum += value;
    return sum;
  });
  return withPoints(series, series.times, values);
}

/** Each data point with what was before it; the first, before which nothing was, is dropped but by the running sum. */
export const NEIGHBOURS = {
  DIFF: withPrevious((difference) => difference),
  DIFF_TIME: withPrevious((_, seconds) => seconds),
  RATE: withPrevious((difference, seconds) => difference / seconds),
  RUNNING_SUM: mathFunction(1, 1, (given) => mapEach(given.seriesOrArray(0), runningSum)),
} as const;
