import {
  compileSearch,
  ExpressionError,
  evaluateAll,
  isArray,
  type SearchCall,
  type TimeSeries,
} from '../../../../metric-math/index.ts';
import { parseStatistic } from '../../../../metrics/index.ts';
import type { MetricId, MetricStore, Scope } from '../../../../model/index.ts';
import type { Store } from '../../../../store/index.ts';
import { expectationsOf } from '../../anomaly-detectors/expectations.ts';
import { validationError } from '../../errors.ts';
import { READ_LIMITS } from '../limits.ts';
import type { ExpressionQuery, MetricQuery } from './queries.ts';
import { readMetric } from './series.ts';

export interface Evaluation {
  readonly store: MetricStore;
  /** Where anomaly detectors are. */
  readonly documents: Store;
  readonly scope: Scope;
  readonly startMs: number;
  readonly endMs: number;
  readonly nowMs: number;
}

/**
 * Evaluates the expressions of a call by metric math.
 * @param metrics what was read for its metrics, by their ids
 * @returns by id; an expression may give several series, and one that gives a single one names it
 * @throws {ServiceError} `ValidationError`
 */
export async function evaluateExpressions(
  evaluation: Evaluation,
  expressions: readonly ExpressionQuery[],
  queries: readonly MetricQuery[],
  metrics: ReadonlyMap<string, TimeSeries>,
): Promise<ReadonlyMap<string, readonly TimeSeries[]>> {
  const { startMs, endMs } = evaluation;
  const periods = [...queries, ...expressions].flatMap(({ periodSeconds }) => periodSeconds ?? []);
  const periodSeconds = periods.length === 0 ? 60 : Math.max(...periods);
  try {
    const searched = new Map<SearchCall, readonly TimeSeries[]>();
    for (const { id, expression } of expressions) {
      for (const call of expression.searches) {
        searched.set(call, await search(evaluation, call, id, call.periodSeconds ?? periodSeconds));
      }
    }
    const expect = await bandsOf(evaluation, expressions, queries);
    const found = evaluateAll(expressions, {
      startMs,
      endMs,
      metrics,
      periodSeconds,
      ...(expect && { expect }),
      search: ({ query, statistic }) =>
        [...searched].find(([call]) => call.query === query && call.statistic === statistic)?.[1] ?? [],
    });
    return new Map([...found].map(([id, value]) => [id, isArray(value) ? value : [{ ...value, label: id }]]));
  } catch (error) {
    if (error instanceof ExpressionError) {
      throw validationError(`Error in expression '${error.id}': ${error.message}`);
    }
    throw error;
  }
}

/** What is expected of the metrics whose bands are asked for. */
async function bandsOf(
  { store, documents, scope, startMs }: Evaluation,
  expressions: readonly ExpressionQuery[],
  queries: readonly MetricQuery[],
) {
  const bands = new Set(expressions.flatMap(({ expression }) => expression.bands));
  const expected = queries.filter(({ id }) => bands.has(id));
  if (expected.length === 0) return undefined;
  const metrics = expected.map(({ id, metric, ...query }) => [id, { ...metric, ...query }] as const);
  return expectationsOf({ store: documents, metrics: store }, scope, new Map(metrics), startMs);
}

async function search(
  { store, scope, startMs, endMs, nowMs }: Evaluation,
  { query, statistic: name }: SearchCall,
  id: string,
  periodSeconds: number,
): Promise<readonly TimeSeries[]> {
  const statistic = parseStatistic(name);
  if (statistic === undefined) throw validationError(`Error in expression '${id}': Invalid statistic '${name}'`);
  const series: TimeSeries[] = [];
  for (const metric of await find(store, scope, query, nowMs)) {
    const read = await readMetric(
      store,
      scope,
      { metric, statistic, periodSeconds, unit: undefined, startMs, endMs },
      nowMs,
    );
    if (read.series.times.length > 0) series.push({ ...read.series, label: labelOf(metric) });
  }
  return series;
}

/** As many as a search gives; of more, none says which. */
async function find(store: MetricStore, scope: Scope, query: string, nowMs: number): Promise<readonly MetricId[]> {
  const matches = compileSearch(query);
  const found: MetricId[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(scope, {
      activeSinceMs: nowMs - READ_LIMITS.listedMs,
      limit: READ_LIMITS.metrics,
      ...(after !== undefined && { after }),
    });
    found.push(...page.metrics.filter(matches));
    after = page.next;
  } while (after !== undefined && found.length < READ_LIMITS.searchedMetrics);
  return found.slice(0, READ_LIMITS.searchedMetrics);
}

/** What tells it from others of its name. */
function labelOf({ metricName, dimensions }: MetricId): string {
  return [...dimensions.map(({ value }) => value), metricName].join(' ');
}
