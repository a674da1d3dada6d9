import { numberOf, Timestamp } from '../values/index.ts';
import { any, type FunctionTable } from './table.ts';

/** User guide, "Datetime functions" and "General functions", those without a period. */
export const DATES: FunctionTable = {
  frommillis: any(1, 1, ([value]) => {
    const ms = numberOf(value);
    return ms === undefined ? undefined : new Timestamp(ms);
  }),
  tomillis: any(1, 1, ([value]) => (value instanceof Timestamp ? value.ms : undefined)),
  now: any(0, 0, (_, { nowMs }) => Math.floor(nowMs / 1000)),
  querystarttime: any(0, 0, (_, { startMs }) => startMs),
  queryendtime: any(0, 0, (_, { endMs }) => endMs),
  querytimerange: any(0, 0, (_, { startMs, endMs }) => endMs - startMs),
};
