import { COMPARISON_OPERATORS, isBandOperator, MISSING_DATA_TREATMENTS } from '../../../alarms/index.ts';
import { enumViolations, rangeViolations } from '../../../aws/index.ts';
import { parseStatistic } from '../../../metrics/index.ts';
import { STANDARD_UNITS } from '../../../model/index.ts';
import { refuseConstraints } from '../alarm-errors.ts';
import { invalidParameterCombination, notSupported, validationError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import { checkDimensions } from './check-dimensions.ts';
import { checkNames } from './check-names.ts';
import { checkQueries } from './check-queries.ts';
import type { MetricAlarmConfiguration } from './documents.ts';

type Given = In<'putMetricAlarm'>;

const STATISTICS = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];
const OF_ONE_METRIC = [
  'MetricName',
  'Namespace',
  'Dimensions',
  'Period',
  'Unit',
  'Statistic',
  'ExtendedStatistic',
] as const;
const OF_A_METRIC = ['MetricName', 'Namespace', 'Period'] as const;
const NOT_SUPPORTED = [
  'EvaluationCriteria',
  'EvaluationInterval',
  'EvaluationWindow',
  'WarmUpConfiguration',
  'ActionConfiguration',
] as const;

/**
 * What a metric alarm is to watch (API reference, `PutMetricAlarm`); the texts are those that users of AWS report, where they do.
 * @throws {ServiceError}
 */
export function checkMetricAlarm(given: Given): MetricAlarmConfiguration {
  checkConstraints(given);
  for (const name of NOT_SUPPORTED) if (given[name] !== undefined) throw notSupported(`${name} of alarms`);
  const { EvaluationPeriods, DatapointsToAlarm, ComparisonOperator } = given;
  if (EvaluationPeriods === undefined) throw validationError('EvaluationPeriods must not be null');
  if (ComparisonOperator === undefined) throw validationError('ComparisonOperator must not be null');
  if ((DatapointsToAlarm ?? 1) > EvaluationPeriods) {
    throw validationError('DatapointsToAlarm must be less than or equal to EvaluationPeriods');
  }
  checkThreshold(given, ComparisonOperator);
  const Period = given.Metrics ? checkMetrics(given, given.Metrics) : checkMetric(given);
  checkTime(Period, EvaluationPeriods);
  return { ...pick(given), EvaluationPeriods, ComparisonOperator };
}

function checkConstraints(given: Given): void {
  checkNames(given);
  refuseConstraints(
    enumViolations(given.Statistic, 'statistic', STATISTICS),
    enumViolations(given.Unit, 'unit', STANDARD_UNITS),
    enumViolations(given.ComparisonOperator, 'comparisonOperator', COMPARISON_OPERATORS),
    rangeViolations(given.EvaluationPeriods, 'evaluationPeriods', { min: 1, max: Number.POSITIVE_INFINITY }),
    rangeViolations(given.DatapointsToAlarm, 'datapointsToAlarm', { min: 1, max: Number.POSITIVE_INFINITY }),
    rangeViolations(given.Period, 'period', { min: 1, max: Number.POSITIVE_INFINITY }),
  );
  checkOneOf(given.TreatMissingData, 'TreatMissingData', MISSING_DATA_TREATMENTS);
  checkOneOf(given.EvaluateLowSampleCountPercentile, 'EvaluateLowSampleCountPercentile', ['evaluate', 'ignore']);
}

function checkOneOf(value: string | undefined, member: string, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value)) return;
  throw validationError(`${member} must be one of ${allowed.join(', ')}, not ${value}`);
}

function checkThreshold({ Threshold, ThresholdMetricId, Metrics }: Given, operator: string): void {
  if (Threshold !== undefined && ThresholdMetricId !== undefined) {
    throw validationError('Threshold and ThresholdMetricId cannot both be set');
  }
  const isBand = COMPARISON_OPERATORS.some((each) => each === operator && isBandOperator(each));
  if (isBand && ThresholdMetricId === undefined) {
    throw validationError(`ThresholdMetricId must be set for the comparison operator ${operator}`);
  }
  if (!isBand && ThresholdMetricId !== undefined) {
    throw validationError(`ThresholdMetricId cannot be set for the comparison operator ${operator}`);
  }
  if (!isBand && Threshold === undefined) throw validationError('Threshold must not be null');
  if (Threshold !== undefined && !Number.isFinite(Threshold))
    throw validationError('Threshold must be a finite number');
  if (ThresholdMetricId !== undefined && Metrics === undefined) {
    throw validationError('ThresholdMetricId can only be set together with a list of Metrics');
  }
}

function checkMetric(given: Given): number {
  for (const name of OF_A_METRIC) if (given[name] === undefined) throw validationError(`${name} must not be null`);
  const { Statistic, ExtendedStatistic, Dimensions = [], Period = 0 } = given;
  if ((Statistic === undefined) === (ExtendedStatistic === undefined)) {
    throw invalidParameterCombination('Exactly one of Statistic and ExtendedStatistic must be set');
  }
  if (ExtendedStatistic !== undefined && !isExtended(ExtendedStatistic)) {
    throw validationError(`Invalid extended statistic: ${ExtendedStatistic}`);
  }
  if (given.EvaluateLowSampleCountPercentile !== undefined && ExtendedStatistic === undefined) {
    throw validationError('EvaluateLowSampleCountPercentile can only be set together with ExtendedStatistic');
  }
  checkDimensions(Dimensions);
  if (Period !== 10 && Period !== 20 && Period !== 30 && Period % 60 !== 0) {
    throw validationError('Period must be 10, 20, 30, or a multiple of 60');
  }
  return Period;
}

function isExtended(statistic: string): boolean {
  return !STATISTICS.includes(statistic) && parseStatistic(statistic) !== undefined;
}

function checkMetrics(given: Given, queries: NonNullable<Given['Metrics']>): number {
  for (const name of OF_ONE_METRIC) {
    const value = given[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    throw validationError(`${name} should not be set if list of Metrics is set.`);
  }
  return checkQueries(queries, given.ThresholdMetricId);
}

function checkTime(period: number, periods: number): void {
  const seconds = period * periods;
  const isLong = period >= LIMITS.longPeriodSeconds;
  if (seconds <= (isLong ? LIMITS.longEvaluationSeconds : LIMITS.evaluationSeconds)) return;
  throw validationError(
    isLong
      ? `Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= ${LIMITS.longEvaluationSeconds}).`
      : `Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= ${LIMITS.evaluationSeconds}).`,
  );
}

function pick(given: Given): Omit<MetricAlarmConfiguration, 'EvaluationPeriods' | 'ComparisonOperator'> {
  const { MetricName, Namespace, Statistic, ExtendedStatistic, Dimensions, Period, Unit, DatapointsToAlarm } = given;
  const { Threshold, TreatMissingData, EvaluateLowSampleCountPercentile, Metrics, ThresholdMetricId } = given;
  const ofOne = { MetricName, Namespace, Statistic, ExtendedStatistic, Dimensions: Dimensions ?? [], Period, Unit };
  return {
    ...(Metrics ? { Metrics } : ofOne),
    DatapointsToAlarm,
    Threshold,
    TreatMissingData,
    EvaluateLowSampleCountPercentile,
    ThresholdMetricId,
  };
}
