import type { Call } from '../../../../aws/index.ts';
import type { TimeSeries } from '../../../../metric-math/index.ts';
import type { CloudWatchContext } from '../../context.ts';
import type { In } from '../../types.ts';
import { READ_LIMITS } from '../limits.ts';
import { evaluateExpressions } from './evaluate.ts';
import { defaultLabels, fillLabel } from './labels.ts';
import { pageOf, type Result } from './pages.ts';
import { readQueries } from './queries.ts';
import { type ReadMetric, readMetric } from './series.ts';

/** `GetMetricData`: metrics and what metric math makes of them. */
export async function getMetricData(
  { metrics: store, store: documents }: Pick<CloudWatchContext, 'metrics' | 'store'>,
  input: In<'getMetricData'>,
  { scope, nowMs }: Call,
) {
  const queries = readQueries(input);
  const range = { startMs: input.StartTime.getTime(), endMs: input.EndTime.getTime() };
  const labels = defaultLabels(queries);
  const metricQueries = queries.filter((query) => query.kind === 'metric');
  const read = new Map<string, ReadMetric>();
  const series = new Map<string, TimeSeries>();
  for (const query of metricQueries) {
    const found = await readMetric(store, scope, { ...query, ...range }, nowMs);
    read.set(query.id, found);
    series.set(query.id, { ...found.series, label: query.label ?? labels.get(query.id) ?? '' });
  }
  const expressions = queries.filter((query) => query.kind === 'expression');
  const evaluated =
    expressions.length === 0
      ? new Map<string, readonly TimeSeries[]>()
      : await evaluateExpressions({ store, documents, scope, ...range, nowMs }, expressions, metricQueries, series);
  const context = { scope, timezone: input.LabelOptions?.Timezone ?? '+0000' };
  const isAscending = input.ScanBy === 'TimestampAscending';
  const results = queries
    .filter(({ isReturned }) => isReturned)
    .flatMap((query): readonly Result[] => {
      const own = series.get(query.id);
      const all = own === undefined ? (evaluated.get(query.id) ?? []) : [own];
      return all.map((each) => ({
        id: query.id,
        label: fillLabel(labelOf(query.label, each, all.length), query, each, context),
        times: isAscending ? each.times : each.times.toReversed(),
        values: isAscending ? each.values : each.values.toReversed(),
        messages: read.get(query.id)?.messages ?? [],
      }));
    });
  return { ...pageOf(results, input.MaxDatapoints ?? READ_LIMITS.dataPoints, input.NextToken), Messages: [] };
}

/** What was given, or the series' own; of several series both. */
function labelOf(given: string | undefined, { label }: TimeSeries, series: number): string {
  if (given === undefined) return label;
  return series > 1 ? `${given} ${label}` : given;
}
