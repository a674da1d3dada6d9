import type { AlarmVerdict } from '../state.ts';
import { isBreaching } from './comparison.ts';
import { judge } from './judge.ts';
import { type Datapoint, type ReasonRule, reasonOf } from './reason.ts';
import { type ReasonDataRule, reasonDataOf } from './reason-data.ts';

export interface DatapointRule extends ReasonRule, ReasonDataRule {}

/**
 * What an alarm on data points comes to.
 * @param times when the data points of its range are expected, the newest first
 * @param points those that there are, in any order
 * @returns undefined when it stays as it is
 */
export function evaluateDatapoints(
  rule: DatapointRule,
  times: readonly number[],
  points: readonly Datapoint[],
  nowMs: number,
): AlarmVerdict | undefined {
  const byTime = new Map(points.map((point) => [point.timeMs, point]));
  const range = times.map((time) => byTime.get(time));
  const judgement = judge(range, rule, ({ value, threshold }) =>
    isBreaching(rule.comparisonOperator, value, threshold),
  );
  const { state, evaluated } = judgement;
  if (state === undefined) return undefined;
  const missing = times.slice(0, rule.evaluationPeriods);
  return {
    state,
    reason: reasonOf(state, judgement, rule),
    reasonData: reasonDataOf(rule, evaluated, missing, nowMs),
  };
}
