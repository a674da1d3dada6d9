import type { Arguments } from '../arguments.ts';
import type { Node } from '../ast.ts';
import { MetricMathError } from '../errors.ts';
import type { TimeSeries, Value } from '../series.ts';
import type { SearchCall } from '../surroundings.ts';
import { everyPeriod } from './calendar.ts';
import { mathFunction } from './function.ts';

/** What `SEARCH(query, statistic, period)` asks for; undefined for arguments that are no strings and no number. */
export function searchCall([query, statistic, period]: readonly Node[]): SearchCall | undefined {
  if (query?.kind !== 'string' || statistic?.kind !== 'string') return undefined;
  if (period !== undefined && period.kind !== 'number') return undefined;
  return { query: query.value, statistic: statistic.value, periodSeconds: period?.value };
}

function search(given: Arguments): Value {
  const call = searchCall(Array.from({ length: given.count }, (_, index) => given.node(index)));
  if (call === undefined) throw given.error('a search expression, a statistic and a period', 0);
  if (given.surroundings.search === undefined) {
    throw new MetricMathError('SEARCH is not supported here', given.node(0).position);
  }
  return given.surroundings.search(call);
}

/** The lower limit, then the upper one (user guide: `LAST(ANOMALY_DETECTION_BAND(m1))` is the upper). */
function band(given: Arguments): readonly TimeSeries[] {
  const { surroundings } = given;
  const id = given.word(0, 'the id of a metric');
  const series = given.series(0);
  const width = given.count === 2 ? given.scalar(1) : 2;
  const { expect } = surroundings;
  if (expect === undefined) {
    throw new MetricMathError('ANOMALY_DETECTION_BAND is not supported here', given.node(0).position);
  }
  const limit = (side: 1 | -1, name: string): TimeSeries => {
    const all = everyPeriod(series, surroundings, (time) => {
      const expected = expect(id, time);
      return expected === undefined ? Number.NaN : expected.value + side * width * expected.deviation;
    });
    const known = all.times.filter((_, index) => Number.isFinite(all.values[index]));
    return { ...all, label: `${series.label} (${name})`, times: known, values: all.values.filter(Number.isFinite) };
  };
  return [limit(-1, 'low'), limit(1, 'high')];
}

/** Where series come from, and what is known of them. */
export const SOURCES = {
  ANOMALY_DETECTION_BAND: mathFunction(1, 2, band),
  PERIOD: mathFunction(1, 1, (given) => {
    const metric = given.surroundings.metrics.get(given.word(0, 'the id of a metric'));
    if (metric === undefined) throw given.error('the id of a metric', 0);
    return metric.periodSeconds;
  }),
  SEARCH: mathFunction(2, 3, search),
  TIME_SERIES: mathFunction(1, 1, (given) => {
    const value = given.scalar(0);
    const { metrics, periodSeconds } = given.surroundings;
    const period = [...metrics.values()][0]?.periodSeconds ?? periodSeconds;
    const { label, times, values } = everyPeriod({ label: '', periodSeconds: period }, given.surroundings, () => value);
    return Number.isFinite(value)
      ? { label, periodSeconds: period, times, values }
      : { label, periodSeconds: period, times: [], values: [] };
  }),
} as const;
