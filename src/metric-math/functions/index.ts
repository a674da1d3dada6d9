/** The functions of metric math, by name; and the names of those that are refused, since what they ask is not here. */
import { AGGREGATES } from './aggregates.ts';
import { ARRAYS } from './arrays.ts';
import { CALENDAR } from './calendar.ts';
import { FILL } from './fill.ts';
import type { MathFunction } from './function.ts';
import { IF } from './if.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { POINTWISE } from './pointwise.ts';
import { SOURCES } from './sources.ts';

export const FUNCTIONS: ReadonlyMap<string, MathFunction> = new Map(
  Object.entries({ ...POINTWISE, ...AGGREGATES, ...NEIGHBOURS, ...CALENDAR, ...ARRAYS, ...SOURCES, FILL, IF }),
);

export const REFUSED: ReadonlySet<string> = new Set([
  'DB_PERF_INSIGHTS',
  'INSIGHT_RULE_METRIC',
  'LAMBDA',
  'SERVICE_QUOTA',
]);
export { searchCall } from './sources.ts';
