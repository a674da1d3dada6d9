import { compileExpression, MetricMathError } from '../../../metric-math/index.ts';
import { parseStatistic } from '../../../metrics/index.ts';
import { notSupported, validationError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import { checkDimensions } from './check-dimensions.ts';

type Queries = NonNullable<In<'putMetricAlarm'>['Metrics']>;
type Query = Queries[number];

const ID = /^[a-z][a-zA-Z0-9_]{0,254}$/;

/**
 * The queries of an alarm on a math expression (API reference, `PutMetricAlarm`, `MetricDataQuery`).
 * @param thresholdId the one that gives the band
 * @returns the period of what is watched, in seconds
 */
export function checkQueries(queries: Queries, thresholdId: string | undefined): number {
  if (queries.length === 0 || queries.length > LIMITS.alarmQueries) {
    throw validationError(`Metrics must have 1 to ${LIMITS.alarmQueries} members`);
  }
  const ids = new Set(queries.map(({ Id }) => Id));
  if (ids.size < queries.length) throw validationError('The values for parameter id in Metrics are not unique.');
  for (const query of queries) checkQuery(query, ids);
  const metrics = queries.filter(({ MetricStat }) => MetricStat !== undefined);
  if (metrics.length > LIMITS.alarmMetrics) {
    throw validationError(`An alarm's expression uses at most ${LIMITS.alarmMetrics} metrics`);
  }
  checkReturned(queries, thresholdId);
  const periods = new Set(
    queries.map(({ MetricStat, Period }) => MetricStat?.Period ?? Period).filter((each) => each !== undefined),
  );
  const [period] = periods;
  if (period === undefined) throw validationError('An alarm needs at least one metric or a Period');
  // User guide, "Alarms on math expressions": "Each metric must be using the same period."
  if (periods.size > 1) throw validationError('All metrics of an alarm must have the same period');
  return period;
}

function checkQuery({ Id, MetricStat, Expression, AccountId, Period }: Query, ids: ReadonlySet<string>): void {
  if (!ID.test(Id)) {
    throw validationError(
      `The value ${Id} for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
    );
  }
  if (AccountId !== undefined) throw notSupported('metrics of other accounts (AccountId)');
  if ((MetricStat === undefined) === (Expression === undefined)) {
    throw validationError(`Exactly one of MetricStat and Expression must be set in ${Id}.`);
  }
  if (Expression !== undefined) return checkExpression(Id, Expression, ids, Period);
  if (MetricStat === undefined) return;
  const { Metric, Period: period, Stat } = MetricStat;
  if (!Metric.MetricName || !Metric.Namespace)
    throw validationError(`MetricName and Namespace must not be null in ${Id}`);
  if (parseStatistic(Stat) === undefined)
    throw validationError(`The value ${Stat} for parameter Stat is not supported.`);
  checkDimensions(Metric.Dimensions ?? []);
  checkPeriod(period);
}

function checkPeriod(period: number): void {
  if ([1, 5, 10, 20, 30].includes(period) || (period > 0 && period % 60 === 0)) return;
  throw validationError('Period must be 1, 5, 10, 20, 30, or a multiple of 60');
}

function checkExpression(id: string, text: string, ids: ReadonlySet<string>, period: number | undefined): void {
  if (period !== undefined) checkPeriod(period);
  if (/^\s*SELECT\b/i.test(text)) throw notSupported('Metrics Insights queries (SELECT)');
  const { references, functions } = compile(id, text);
  const unknown = references.find((reference) => !ids.has(reference));
  if (unknown !== undefined)
    throw validationError(`Error in expression '${id}': There is no metric and no expression '${unknown}'`);
  // User guide: "You can't create an alarm based on a SEARCH expression."
  if (functions.has('SEARCH')) throw validationError('SEARCH is not supported on Metric Alarms.');
}

function compile(id: string, text: string) {
  try {
    return compileExpression(text);
  } catch (error) {
    if (!(error instanceof MetricMathError)) throw error;
    throw validationError(`Error in expression '${id}': ${error.message} at position ${error.position + 1}`);
  }
}

/** As users of AWS report it. */
function checkReturned(queries: Queries, thresholdId: string | undefined): void {
  const returned = queries.filter(({ ReturnData = true }) => ReturnData);
  if (thresholdId === undefined) {
    if (returned.length === 1) return;
    throw validationError('Exactly one element of the metrics list should return data.');
  }
  if (returned.length !== 2) throw validationError('Exactly two elements of the metrics list should return data.');
  const band = returned.find(({ Id }) => Id === thresholdId);
  const [detected, ...others] = band?.Expression === undefined ? [] : compile(band.Id, band.Expression).bands;
  if (detected === undefined || others.length > 0) {
    throw validationError(
      `ThresholdMetricId ${thresholdId} must name an ANOMALY_DETECTION_BAND expression that returns data`,
    );
  }
  const metric = queries.find(({ Id }) => Id === detected)?.MetricStat;
  if (metric === undefined) throw notSupported('anomaly detection on expressions');
  if (metric.Period < 60) throw validationError('Anomaly detection needs a period of at least 60 seconds');
}
