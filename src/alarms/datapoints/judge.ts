import type { AlarmState } from '../state.ts';

/** API reference, `TreatMissingData`. */
export const MISSING_DATA_TREATMENTS = ['breaching', 'notBreaching', 'ignore', 'missing'] as const;
export type MissingDataTreatment = (typeof MISSING_DATA_TREATMENTS)[number];

/** How many data points count, and how many of them must breach. */
export interface Rule {
  /** `EvaluationPeriods`: N. */
  readonly evaluationPeriods: number;
  /** `DatapointsToAlarm`: M, at most N. */
  readonly datapointsToAlarm: number;
  readonly treatMissingData: MissingDataTreatment;
}

export interface Judgement<Point> {
  /** Undefined: the alarm stays as it is. */
  readonly state: AlarmState | undefined;
  /** The data points that were there and counted, the newest first. */
  readonly evaluated: readonly Point[];
  /** How many of N were missing. */
  readonly filled: number;
}

/**
 * User guide, "Configuring how CloudWatch alarms treat missing data": real data points of the whole range come first, missing
 * ones are taken as seldom as possible.
 * @param range the newest first; undefined where a data point is missing
 */
export function judge<Point>(
  range: readonly (Point | undefined)[],
  { evaluationPeriods, datapointsToAlarm, treatMissingData }: Rule,
  isBreaching: (point: Point) => boolean,
): Judgement<Point> {
  const evaluated = range.filter((point) => point !== undefined).slice(0, evaluationPeriods);
  const filled = evaluationPeriods - evaluated.length;
  const breaching = evaluated.filter(isBreaching).length;
  const result = (state: AlarmState | undefined) => ({ state, evaluated, filled });

  const treatedAsBreaching = filled > 0 && treatMissingData === 'breaching' ? filled : 0;
  if (breaching + treatedAsBreaching >= datapointsToAlarm) return result('ALARM');
  if (filled === 0 || breaching < evaluated.length || treatMissingData.endsWith('reaching')) return result('OK');
  if (treatMissingData === 'ignore') return result(undefined);
  const oldest = range.findLastIndex((point) => point !== undefined);
  return result(oldest + 1 >= datapointsToAlarm ? 'ALARM' : 'INSUFFICIENT_DATA');
}

/**
 * How many data points are asked for. The guide says that there are more than `EvaluationPeriods`, and shows 5 for 3; the rule
 * for others is not published, so ours is two more.
 */
export function evaluationRange(evaluationPeriods: number): number {
  return evaluationPeriods + 2;
}
