import type { TimeSeries } from '../../../../metric-math/index.ts';
import type { Scope } from '../../../../model/index.ts';
import type { ExpressionQuery, MetricQuery, Query } from './queries.ts';

/**
 * The labels of metrics that were given none: the metric's name, with statistic and period where those of the call's metrics
 * differ, as users of AWS report.
 */
export function defaultLabels(queries: readonly Query[]): ReadonlyMap<string, string> {
  const metrics = queries.filter((query) => query.kind === 'metric');
  const statsDiffer = new Set(metrics.map(({ stat }) => stat)).size > 1;
  const periodsDiffer = new Set(metrics.map(({ periodSeconds }) => periodSeconds)).size > 1;
  return new Map(
    metrics.map(({ id, metric, stat, periodSeconds }) => [
      id,
      [metric.metricName, ...(statsDiffer ? [stat] : []), ...(periodsDiffer ? [String(periodSeconds)] : [])].join(' '),
    ]),
  );
}

export interface LabelContext {
  readonly scope: Scope;
  /** `+0130` and the like. */
  readonly timezone: string;
}

/** User guide, "Using dynamic labels": `${MAX}`, `${LAST_TIME}`, `${PROP('Stat')}`; what is no such expression stays. */
export function fillLabel(label: string, query: Query, series: TimeSeries, context: LabelContext): string {
  if (!label.includes('${')) return label;
  return label.replace(/\$\{([A-Z_]+)(?:\('([^'{}]{1,255})'\))?\}/g, (whole, name: string, property?: string) => {
    if (name === 'PROP') return property === undefined ? whole : (propertyOf(property, query, context.scope) ?? whole);
    if (name === 'LABEL') return defaultLabelOf(query, series);
    return property === undefined ? (figureOf(name, series, context.timezone) ?? whole) : whole;
  });
}

function defaultLabelOf(query: MetricQuery | ExpressionQuery, { label }: TimeSeries): string {
  return query.kind === 'metric' ? query.metric.metricName : label;
}

function propertyOf(name: string, query: Query, { accountId, region }: Scope): string | undefined {
  if (name === 'AccountId') return accountId;
  if (name === 'Region') return region;
  if (query.kind === 'expression') return undefined;
  const { metric, stat, periodSeconds } = query;
  if (name === 'MetricName') return metric.metricName;
  if (name === 'Namespace') return metric.namespace;
  if (name === 'Stat') return stat;
  if (name === 'Period') return String(periodSeconds);
  const dimension = name.startsWith('Dim.') ? name.slice(4) : undefined;
  return metric.dimensions.find((each) => each.name === dimension)?.value;
}

function figureOf(name: string, { times, values }: TimeSeries, timezone: string): string | undefined {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = values.reduce((a, b) => a + b, 0);
  const timeAt = (index: number) => (times[index] === undefined ? '--' : timeText(times[index], timezone));
  const number = (value: number | undefined) =>
    value === undefined || values.length === 0 ? '--' : String(Number(value.toPrecision(5)));
  switch (name) {
    case 'AVG':
      return number(sum / values.length);
    case 'DATAPOINT_COUNT':
      return String(values.length);
    case 'FIRST':
      return number(values[0]);
    case 'FIRST_TIME':
      return timeAt(0);
    case 'LAST':
      return number(values.at(-1));
    case 'LAST_TIME':
      return timeAt(times.length - 1);
    case 'MAX':
      return number(most);
    case 'MAX_TIME':
      return timeAt(values.indexOf(most));
    case 'MIN':
      return number(least);
    case 'MIN_TIME':
      return timeAt(values.indexOf(least));
    case 'MINMAX_RANGE':
      return number(most - least);
    case 'SUM':
      return number(sum);
    default:
      return undefined;
  }
}

/** Date and time in the zone that was asked for (API reference, `LabelOptions`). */
function timeText(timeMs: number, timezone: string): string {
  const minutes = 60 * Number(timezone.slice(1, 3)) + Number(timezone.slice(3));
  const shifted = new Date(timeMs + (timezone.startsWith('-') ? -1 : 1) * minutes * 60_000);
  return shifted.toISOString().slice(0, 16).replace('T', ' ');
}
