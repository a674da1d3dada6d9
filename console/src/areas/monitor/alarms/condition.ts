import { alarms as texts } from '../../../texts/en/alarms.ts';
import type { Alarm } from './use-alarms.ts';

/** When an alarm is one, in words. */
export function conditionOf({ kind, alarm }: Alarm): string {
  if (kind === 'composite') return alarm.AlarmRule ?? '';
  const { MetricName, ComparisonOperator = '', Threshold = 0, EvaluationPeriods = 1, Period = 60 } = alarm;
  const { DatapointsToAlarm = EvaluationPeriods } = alarm;
  return texts.condition(
    MetricName ?? texts.expression,
    texts.operators[ComparisonOperator] ?? ComparisonOperator,
    Threshold,
    DatapointsToAlarm,
    EvaluationPeriods,
    Period,
  );
}
