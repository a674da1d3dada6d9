/**
 * What alarms come to: from data points (`datapoints/`), or from the states of other alarms (`composite/`), with the reasons
 * that CloudWatch gives. Pure: who reads metrics, keeps states and takes actions stands elsewhere.
 */
export { AlarmRuleError, parseAlarmRule, RULE_LIMITS } from './composite/parse-rule.ts';
export { type AlarmRule, alarmsOf, holds } from './composite/rule.ts';
export { onTick, onTransition, type Suppression, type SuppressionRule } from './composite/suppression.ts';
export { configuredVerdict, type Trigger, triggeredVerdict } from './composite/verdict.ts';
export {
  type Band,
  COMPARISON_OPERATORS,
  type ComparisonOperator,
  isBandOperator,
} from './datapoints/comparison.ts';
export { type DatapointRule, evaluateDatapoints } from './datapoints/evaluate.ts';
export { evaluationRange, MISSING_DATA_TREATMENTS, type MissingDataTreatment } from './datapoints/judge.ts';
export { samplesNeeded } from './datapoints/low-samples.ts';
export type { Datapoint } from './datapoints/reason.ts';
export { ALARM_STATES, type AlarmState, type AlarmVerdict } from './state.ts';
export { alarmTimestamp, longTimestamp } from './timestamps.ts';
