import type { Arguments } from '../arguments.ts';
import { METRIC_MATH_LIMITS } from '../limits.ts';
import { mapEach } from '../operators.ts';
import { isSeries, periodsIn, type TimeSeries, unionOfTimes, valuesAt, withPoints } from '../series.ts';
import { mathFunction } from './function.ts';

/** What stands in the gaps, by the values and their times; what stays undefined stays a gap. */
type Filler = (values: readonly (number | undefined)[], times: readonly number[]) => readonly (number | undefined)[];

const repeat: Filler = (values) => {
  let last: number | undefined;
  return values.map((value) => {
    last = value ?? last;
    return last;
  });
};

/** Between two values alone: nothing is known of what was before the first and will be after the last. */
const linear: Filler = (values, times) => {
  const known = values.flatMap((value, index) => (value === undefined ? [] : [{ value, time: times[index] ?? 0 }]));
  let next = 0;
  return values.map((value, index) => {
    const time = times[index] ?? 0;
    while (next < known.length && (known[next]?.time ?? 0) < time) next++;
    const [from, to] = [known[next - 1], known[next]];
    if (value !== undefined || !from || !to) return value;
    return from.value + ((to.value - from.value) * (time - from.time)) / (to.time - from.time);
  });
};

function fillerOf(given: Arguments): Filler {
  const node = given.node(1);
  if (node.kind === 'name' && node.name === 'REPEAT') return repeat;
  if (node.kind === 'name' && node.name === 'LINEAR') return linear;
  const filler = given.value(1);
  if (typeof filler === 'number') return (values) => values.map((value) => value ?? filler);
  if (!isSeries(filler)) throw given.error('a number, a time series, REPEAT or LINEAR', 1);
  return (values, times) => {
    const others = valuesAt(filler, times);
    return values.map((value, index) => value ?? others[index]);
  };
}

export const FILL = mathFunction(2, 2, (given) => {
  const { startMs, endMs } = given.surroundings;
  const fill = fillerOf(given);
  let points = 0;
  return mapEach(given.seriesOrArray(0), (series): TimeSeries => {
    const periods = periodsIn(startMs, endMs, series.periodSeconds);
    points += periods.length;
    if (points > METRIC_MATH_LIMITS.points) throw given.error('fewer time series, or shorter ones', 0);
    const times = unionOfTimes([series, { ...series, times: periods, values: [] }]);
    const values = fill(valuesAt(series, times), times);
    return withPoints(
      series,
      times,
      values.map((value) => value ?? Number.NaN),
    );
  });
});
