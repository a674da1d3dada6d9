import type { Call } from '../../../../aws/index.ts';
import type { TimeSeries } from '../../../../metric-math/index.ts';
import type { CloudWatchContext } from '../../context.ts';
import { validationError } from '../../errors.ts';
import type { In } from '../../types.ts';
import { READ_LIMITS } from '../limits.ts';
import { type Evaluation, evaluateExpressions } from './evaluate.ts';
import { defaultLabels, fillLabel } from './labels.ts';
import { pageOf, type Result } from './pages.ts';
import { type ExpressionQuery, type MetricQuery, type Query, readQueries } from './queries.ts';
import { type ReadMetric, readMetric } from './series.ts';

type Input = In<'getMetricData'>;

/** A metric as it was read, or a series of an expression, of a query that is to be answered. */
interface Answer {
  readonly query: Query;
  readonly series: TimeSeries;
  readonly label: string;
  readonly messages: ReadMetric['messages'];
}

/** `GetMetricData`: metrics and what metric math makes of them. */
export async function getMetricData(
  { metrics: store, store: documents }: Pick<CloudWatchContext, 'metrics' | 'store'>,
  input: Input,
  { scope, nowMs }: Call,
) {
  const queries = readQueries(input);
  const labels = defaultLabels(queries);
  const evaluation = {
    store,
    documents,
    scope,
    nowMs,
    startMs: input.StartTime.getTime(),
    endMs: input.EndTime.getTime(),
  };
  const size = input.MaxDatapoints ?? READ_LIMITS.dataPoints;
  const read = async (query: MetricQuery): Promise<Answer> => {
    const label = query.label ?? labels.get(query.id) ?? '';
    const { series, messages } = await readMetric(store, scope, { ...query, ...evaluation }, nowMs);
    return { query, series: { ...series, label }, label, messages };
  };
  const render = ({ query, series, label, messages }: Answer): Result => {
    const context = { scope, timezone: input.LabelOptions?.Timezone ?? '+0000' };
    const isAscending = input.ScanBy === 'TimestampAscending';
    return {
      id: query.id,
      label: fillLabel(label, query, series, context),
      times: isAscending ? series.times : series.times.toReversed(),
      values: isAscending ? series.values : series.values.toReversed(),
      messages,
    };
  };
  const metrics = queries.filter((query) => query.kind === 'metric');
  if (metrics.length === queries.length) {
    const returned = metrics.filter(({ isReturned }) => isReturned);
    const at = async (index: number) => render(await read(returned[index] as MetricQuery));
    return { ...(await pageOf(returned.length, at, size, input.NextToken)), Messages: [] };
  }
  const answers = await evaluate(evaluation, queries, read);
  const at = (index: number) => render(answers[index] as Answer);
  return { ...(await pageOf(answers.length, at, size, input.NextToken)), Messages: [] };
}

/** Where there are expressions, all metrics are read: each may need any. */
async function evaluate(
  evaluation: Evaluation,
  queries: readonly Query[],
  read: (query: MetricQuery) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const metrics: MetricQuery[] = [];
  const expressions: ExpressionQuery[] = [];
  for (const query of queries) {
    if (query.kind === 'metric') metrics.push(query);
    else expressions.push(query);
  }
  const found = new Map<string, Answer>();
  let points = 0;
  for (const query of metrics) {
    const answer = await read(query);
    found.set(query.id, answer);
    points += answer.series.times.length;
    if (points > READ_LIMITS.evaluatedPoints) {
      throw validationError(
        `Expressions over more than ${READ_LIMITS.evaluatedPoints} datapoints are not evaluated. You may reduce them by increasing Period, or decreasing the time range.`,
      );
    }
  }
  const series = new Map([...found].map(([id, answer]) => [id, answer.series]));
  const evaluated = await evaluateExpressions(evaluation, expressions, metrics, series);
  return queries
    .filter(({ isReturned }) => isReturned)
    .flatMap((query): readonly Answer[] => {
      const own = found.get(query.id);
      if (own !== undefined) return [own];
      const all = evaluated.get(query.id) ?? [];
      return all.map((each) => ({ query, series: each, label: labelOf(query.label, each, all.length), messages: [] }));
    });
}

/** What was given, or the series' own; of several series both. */
function labelOf(given: string | undefined, { label }: TimeSeries, series: number): string {
  if (given === undefined) return label;
  return series > 1 ? `${given} ${label}` : given;
}
