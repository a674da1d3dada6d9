import { compileExpression, type Expression, MetricMathError } from '../../../../metric-math/index.ts';
import { parseStatistic, type Statistic } from '../../../../metrics/index.ts';
import type { MetricId } from '../../../../model/index.ts';
import { notSupported, validationError } from '../../errors.ts';
import type { In } from '../../types.ts';
import { timeProblems } from '../get-metric-statistics.ts';
import { READ_LIMITS } from '../limits.ts';
import { dimensionProblems, dimensionsOf, metricNameProblems, namespaceProblems } from '../names.ts';
import { periodProblems } from '../periods.ts';
import { unitProblems } from '../units.ts';

type GivenQuery = NonNullable<In<'getMetricData'>['MetricDataQueries']>[number];

interface Named {
  readonly id: string;
  /** As given; undefined for one that is made. */
  readonly label: string | undefined;
  readonly isReturned: boolean;
}

export interface MetricQuery extends Named {
  readonly kind: 'metric';
  readonly metric: MetricId;
  readonly periodSeconds: number;
  /** By its name. */
  readonly stat: string;
  readonly statistic: Statistic;
  readonly unit: string | undefined;
}

export interface ExpressionQuery extends Named {
  readonly kind: 'expression';
  readonly expression: Expression;
  readonly periodSeconds: number | undefined;
}

export type Query = MetricQuery | ExpressionQuery;

/**
 * Reads the queries of a call.
 * @throws {ServiceError} `ValidationError`, with a line for each complaint, as users of AWS report
 */
export function readQueries(input: In<'getMetricData'>): readonly Query[] {
  const { MetricDataQueries: given, StartTime, EndTime, ScanBy, MaxDatapoints, LabelOptions } = input;
  const problems = [
    ...timeProblems(StartTime, EndTime),
    ...(given.length > READ_LIMITS.queries
      ? [`The collection MetricDataQueries must not have a size greater than ${READ_LIMITS.queries}.`]
      : []),
    ...(new Set(given.map(({ Id }) => Id)).size < given.length
      ? ['The values for parameter id in MetricDataQueries are not unique.']
      : []),
    ...(ScanBy === undefined || ScanBy === 'TimestampDescending' || ScanBy === 'TimestampAscending'
      ? []
      : ['The parameter ScanBy must be a value in the set [ TimestampDescending, TimestampAscending ].']),
    ...(MaxDatapoints === undefined || (MaxDatapoints >= 1 && MaxDatapoints <= READ_LIMITS.dataPoints)
      ? []
      : [`The parameter MaxDatapoints must be between 1 and ${READ_LIMITS.dataPoints}.`]),
    ...(LabelOptions?.Timezone === undefined || /^[+-]\d{4}$/.test(LabelOptions.Timezone)
      ? []
      : [`The value ${LabelOptions.Timezone} for parameter LabelOptions.Timezone is invalid.`]),
  ];
  const queries = given.map((query, index) => readQuery(query, `MetricDataQueries.member.${index + 1}`, problems));
  const found = queries.filter((query) => query !== undefined);
  const ids = new Set(found.map(({ id }) => id));
  for (const query of found) {
    const missing = query.kind === 'expression' && query.expression.references.find((id) => !ids.has(id));
    checkBands(query, found);
    if (missing) problems.push(`Error in expression '${query.id}': Undefined variable '${missing}'`);
  }
  if (problems.length > 0) throw validationError(problems.join('\n'));
  return found;
}

/** User guide: anomaly detection is of metrics, here not of expressions, and has no high resolution. */
function checkBands(query: Query, all: readonly Query[]): void {
  if (query.kind === 'metric') return;
  for (const band of query.expression.bands) {
    const of = all.find(({ id }) => id === band);
    if (of?.kind === 'expression') throw notSupported('anomaly detection on expressions');
    if (of !== undefined && of.periodSeconds < 60) throw notSupported('anomaly detection by periods below a minute');
  }
}

/** @param problems are added to */
function readQuery(query: GivenQuery, at: string, problems: string[]): Query | undefined {
  const { Id: id = '', Label, ReturnData, MetricStat, Expression: text, Period } = query;
  const before = problems.length;
  if (!/^[a-z][a-zA-Z0-9_]{0,254}$/.test(id)) {
    problems.push(`The value ${id} for parameter ${at}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`);
  }
  const named = { id, label: Label, isReturned: ReturnData ?? true };
  if (MetricStat && text !== undefined) {
    problems.push(
      `The parameters ${at}.Expression and ${at}.MetricStat are mutually exclusive and you have specified both.`,
    );
  }
  if (!MetricStat && text === undefined) {
    // AWS ends it with an empty line, as users report.
    problems.push(`The parameter ${at}.MetricStat is required.\n`);
  }
  if (MetricStat) {
    const read = readMetric(MetricStat, `${at}.MetricStat`, problems);
    return problems.length > before ? undefined : read && { ...named, ...read };
  }
  if (Period !== undefined) problems.push(...periodProblems(Period, `${at}.Period`));
  const expression = text === undefined ? undefined : readExpression(id, text, problems);
  if (problems.length > before || expression === undefined) return undefined;
  return { kind: 'expression', ...named, expression, periodSeconds: Period };
}

function readMetric(
  { Metric, Period = 0, Stat = '', Unit }: NonNullable<GivenQuery['MetricStat']>,
  at: string,
  problems: string[],
): Omit<MetricQuery, keyof Named> | undefined {
  const { Namespace = '', MetricName = '', Dimensions = [] } = Metric ?? {};
  const statistic = parseStatistic(Stat);
  problems.push(
    ...namespaceProblems(Namespace, true),
    ...metricNameProblems(MetricName, `${at}.Metric.MetricName`),
    ...dimensionProblems(Dimensions, `${at}.Metric.Dimensions`),
    ...periodProblems(Period, `${at}.Period`),
    ...unitProblems(Unit, `${at}.Unit`),
    ...(statistic ? [] : [`The value ${Stat} for parameter ${at}.Stat is not supported.`]),
  );
  if (statistic === undefined) return undefined;
  const metric = { namespace: Namespace, metricName: MetricName, dimensions: dimensionsOf(Dimensions) };
  return { kind: 'metric', metric, periodSeconds: Period, stat: Stat, statistic, unit: Unit };
}

function readExpression(id: string, text: string, problems: string[]): Expression | undefined {
  if (/^\s*SELECT\s/i.test(text)) throw notSupported('queries of CloudWatch Metrics Insights (SELECT)');
  try {
    return compileExpression(text);
  } catch (error) {
    if (!(error instanceof MetricMathError)) throw error;
    problems.push(`Error in expression '${id}': ${error.message}`);
    return undefined;
  }
}
