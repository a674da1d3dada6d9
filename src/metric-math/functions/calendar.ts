import { periodsIn, type TimeSeries } from '../series.ts';
import type { Surroundings } from '../surroundings.ts';
import { type MathFunction, mathFunction } from './function.ts';

/** A series without gaps over the whole time. */
export function everyPeriod(
  series: Pick<TimeSeries, 'label' | 'periodSeconds'>,
  { startMs, endMs }: Surroundings,
  valueAt: (timeMs: number) => number,
): TimeSeries {
  const times = periodsIn(startMs, endMs, series.periodSeconds);
  return { label: series.label, periodSeconds: series.periodSeconds, times, values: times.map(valueAt) };
}

/** In UTC. */
function calendar(part: (date: Date) => number): MathFunction {
  return mathFunction(1, 1, (given) =>
    everyPeriod(given.series(0), given.surroundings, (time) => part(new Date(time))),
  );
}

export const CALENDAR = {
  MINUTE: calendar((date) => date.getUTCMinutes()),
  HOUR: calendar((date) => date.getUTCHours()),
  /** 1 is Monday. */
  DAY: calendar((date) => date.getUTCDay() || 7),
  DATE: calendar((date) => date.getUTCDate()),
  MONTH: calendar((date) => date.getUTCMonth() + 1),
  YEAR: calendar((date) => date.getUTCFullYear()),
  EPOCH: calendar((date) => Math.floor(date.getTime() / 1_000)),
} as const;
