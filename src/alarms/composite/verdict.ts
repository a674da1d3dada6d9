import type { AlarmState, AlarmVerdict } from '../state.ts';
import { alarmTimestamp, longTimestamp } from '../timestamps.ts';

/** The alarm that made a composite alarm change. */
export interface Trigger {
  readonly arn: string;
  readonly state: AlarmState;
  readonly transitionedAtMs: number;
}

/** As the guide shows it ("Event object sent from CloudWatch to Lambda"). */
export function triggeredVerdict(state: AlarmState, { arn, state: value, transitionedAtMs }: Trigger): AlarmVerdict {
  const timestamp = alarmTimestamp(transitionedAtMs);
  return {
    state,
    reason: `${arn} transitioned to ${value} at ${longTimestamp(transitionedAtMs)}`,
    reasonData: JSON.stringify({ triggeringAlarms: [{ arn, state: { value, timestamp } }] }),
  };
}

/** As users of AWS report it. */
export function configuredVerdict(state: AlarmState, arn: string, change: 'created' | 'updated'): AlarmVerdict {
  const rule = change === 'created' ? 'alarm rule' : 'new alarm rule';
  return { state, reason: `${arn} was ${change} and its ${rule} evaluates to ${state}`, reasonData: '' };
}
