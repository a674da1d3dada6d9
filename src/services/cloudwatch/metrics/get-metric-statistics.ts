import type { Call } from '../../../aws/index.ts';
import { parseStatistic, type Statistic, statisticOf } from '../../../metrics/index.ts';
import type { MetricBucket } from '../../../model/index.ts';
import type { CloudWatchContext } from '../context.ts';
import { invalidParameterCombination, invalidParameterValue } from '../errors.ts';
import type { In } from '../types.ts';
import { READ_LIMITS } from './limits.ts';
import { dimensionProblems, dimensionsOf, metricNameProblems, namespaceProblems } from './names.ts';
import { periodProblems } from './periods.ts';
import { readSeries } from './read-series.ts';
import { unitProblems } from './units.ts';

const STATISTICS = ['Average', 'Sum', 'SampleCount', 'Maximum', 'Minimum'];

/** `GetMetricStatistics`: data points in the order of time; AWS promises none. */
export async function getMetricStatistics(
  { metrics }: Pick<CloudWatchContext, 'metrics'>,
  input: In<'getMetricStatistics'>,
  { scope, nowMs }: Call,
) {
  const { Namespace, MetricName, Dimensions, StartTime, EndTime, Period, Statistics = [], Unit } = input;
  const extended = check(input);
  const found = await readSeries(
    metrics,
    scope,
    {
      metric: { namespace: Namespace, metricName: MetricName, dimensions: dimensionsOf(Dimensions) },
      unit: Unit,
      startMs: StartTime.getTime(),
      endMs: EndTime.getTime(),
      periodSeconds: Period,
      withHistograms: extended.size > 0,
    },
    nowMs,
  );
  return { Label: MetricName, Datapoints: found.map((bucket) => render(bucket, new Set(Statistics), extended)) };
}

/** @returns the extended statistics by their names */
function check(input: In<'getMetricStatistics'>): ReadonlyMap<string, Statistic> {
  const { Namespace, MetricName, Dimensions = [], StartTime, EndTime, Period, Unit } = input;
  const { Statistics = [], ExtendedStatistics = [] } = input;
  const problems = [
    ...namespaceProblems(Namespace, true),
    ...metricNameProblems(MetricName, 'MetricName'),
    ...dimensionProblems(Dimensions, 'Dimensions'),
    ...unitProblems(Unit, 'Unit'),
    ...periodProblems(Period, 'Period'),
    ...timeProblems(StartTime, EndTime),
    ...Statistics.flatMap((name, index) =>
      STATISTICS.includes(name)
        ? []
        : [`The parameter Statistics.member.${index + 1} must be a value in the set [ ${STATISTICS.join(', ')} ].`],
    ),
  ];
  if (ExtendedStatistics.length > READ_LIMITS.extendedStatistics) {
    problems.push(
      `The collection ExtendedStatistics must not have a size greater than ${READ_LIMITS.extendedStatistics}.`,
    );
  }
  const extended = new Map<string, Statistic>();
  ExtendedStatistics.forEach((name, index) => {
    const parsed = STATISTICS.includes(name) ? undefined : parseStatistic(name);
    if (parsed) extended.set(name, parsed);
    else problems.push(`The value ${name} for parameter ExtendedStatistics.member.${index + 1} is not supported.`);
  });
  if (problems.length > 0) throw invalidParameterValue(problems.join('\n'));
  checkCombination(input);
  return extended;
}

/** The texts are those that users of AWS report. */
function checkCombination({
  StartTime,
  EndTime,
  Period,
  Statistics = [],
  ExtendedStatistics = [],
}: In<'getMetricStatistics'>) {
  if (Statistics.length + ExtendedStatistics.length === 0) {
    throw invalidParameterCombination('Must specify either Statistics or ExtendedStatistics');
  }
  if (Statistics.length > 0 && ExtendedStatistics.length > 0) {
    throw invalidParameterCombination(
      'The parameters Statistics and ExtendedStatistics are mutually exclusive and you have specified both.',
    );
  }
  const points = Math.ceil((EndTime.getTime() - StartTime.getTime()) / (1_000 * Period));
  if (points > READ_LIMITS.statisticsPoints) {
    throw invalidParameterCombination(
      `You have requested up to ${points} datapoints, which exceeds the limit of ${READ_LIMITS.statisticsPoints}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    );
  }
}

/** What is wrong with a range of time; the texts are those that users of AWS report. */
export function timeProblems(start: Date, end: Date): readonly string[] {
  if (start.getTime() === end.getTime()) return ['The parameter StartTime must not equal parameter EndTime.'];
  return start.getTime() < end.getTime() ? [] : ['The parameter StartTime must be less than the parameter EndTime.'];
}

function render(bucket: MetricBucket, wanted: ReadonlySet<string>, extended: ReadonlyMap<string, Statistic>) {
  const { startMs, unit, sampleCount, sum, minimum, maximum } = bucket;
  const values = [...extended].flatMap(([name, statistic]) => {
    const value = statisticOf(bucket, statistic);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    Timestamp: new Date(startMs),
    ...(wanted.has('SampleCount') && { SampleCount: sampleCount }),
    ...(wanted.has('Average') && { Average: sum / sampleCount }),
    ...(wanted.has('Sum') && { Sum: sum }),
    ...(wanted.has('Minimum') && { Minimum: minimum }),
    ...(wanted.has('Maximum') && { Maximum: maximum }),
    Unit: unit,
    ...(values.length > 0 && { ExtendedStatistics: Object.fromEntries(values) }),
  };
}
