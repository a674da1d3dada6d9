import type { Arguments } from '../arguments.ts';
import type { TimeSeries, Value } from '../series.ts';
import { reduceSeries, SORT_KEYS } from './aggregates.ts';
import { mathFunction } from './function.ts';

const EMPTY = { label: '', times: [], values: [] } as const;

function onlyOne(given: Arguments, at: 0 | -1): Value {
  return given.array(0).at(at) ?? { ...EMPTY, periodSeconds: given.surroundings.periodSeconds };
}

/** A series without data points sorts as the lowest. */
function sort(given: Arguments): readonly TimeSeries[] {
  const key = SORT_KEYS[given.word(1, 'AVG, MIN, MAX or SUM')];
  if (key === undefined) throw given.error('AVG, MIN, MAX or SUM', 1);
  const order = given.word(2, 'ASC or DESC');
  if (order !== 'ASC' && order !== 'DESC') throw given.error('ASC or DESC', 2);
  const direction = order === 'ASC' ? 1 : -1;
  const keyed = given.array(0).map((series) => ({
    series,
    key: series.values.length === 0 ? Number.NEGATIVE_INFINITY : reduceSeries(series, key, given.surroundings),
  }));
  keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -direction : direction));
  return keyed.slice(0, given.count === 4 ? Math.max(0, given.scalar(3)) : undefined).map(({ series }) => series);
}

/** What is done with arrays of series as wholes. */
export const ARRAYS = {
  FIRST: mathFunction(1, 1, (given) => onlyOne(given, 0)),
  LAST: mathFunction(1, 1, (given) => onlyOne(given, -1)),
  METRIC_COUNT: mathFunction(1, 1, (given) => given.array(0).length),
  METRICS: mathFunction(0, 1, (given) => {
    const part = given.count === 0 ? '' : given.text(0);
    return [...given.surroundings.metrics].filter(([id]) => id.includes(part)).map(([, series]) => series);
  }),
  REMOVE_EMPTY: mathFunction(1, 1, (given) => given.array(0).filter(({ values }) => values.length > 0)),
  SLICE: mathFunction(2, 3, (given) => {
    const end = given.count === 3 ? Math.max(0, given.scalar(2)) : undefined;
    return given.array(0).slice(Math.max(0, given.scalar(1)), end);
  }),
  SORT: mathFunction(3, 4, sort),
} as const;
