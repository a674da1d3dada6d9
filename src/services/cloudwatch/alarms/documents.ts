import type { AlarmState, Suppression } from '../../../alarms/index.ts';
import type { Scope } from '../../../model/index.ts';
import { defineKind } from '../../../store/index.ts';
import type { In } from '../types.ts';

/** What an alarm is in, since when and why. */
export interface AlarmStatus {
  readonly value: AlarmState;
  readonly reason: string;
  /** JSON; empty where there is none. */
  readonly reasonData: string;
  /** When the state or its reason was written last. */
  readonly updatedAtMs: number;
  /** When the state became another. */
  readonly transitionedAtMs: number;
}

interface AlarmBase {
  readonly name: string;
  readonly description?: string;
  readonly actionsEnabled: boolean;
  readonly okActions: readonly string[];
  readonly alarmActions: readonly string[];
  readonly insufficientDataActions: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configuredAtMs: number;
  readonly status: AlarmStatus;
}

type PutMetricAlarm = In<'putMetricAlarm'>;

/** What a metric alarm watches and how, by the members of `PutMetricAlarm`. */
export type MetricAlarmConfiguration = Pick<
  PutMetricAlarm,
  | 'MetricName'
  | 'Namespace'
  | 'Statistic'
  | 'ExtendedStatistic'
  | 'Dimensions'
  | 'Period'
  | 'Unit'
  | 'DatapointsToAlarm'
  | 'Threshold'
  | 'TreatMissingData'
  | 'EvaluateLowSampleCountPercentile'
  | 'Metrics'
  | 'ThresholdMetricId'
> & { readonly EvaluationPeriods: number; readonly ComparisonOperator: string };

export interface MetricAlarm extends AlarmBase {
  readonly type: 'MetricAlarm';
  readonly configuration: MetricAlarmConfiguration;
}

export interface CompositeAlarm extends AlarmBase {
  readonly type: 'CompositeAlarm';
  readonly rule: string;
  readonly suppressor?: {
    /** A name or an ARN, as it was given. */
    readonly alarm: string;
    readonly waitSeconds: number;
    readonly extensionSeconds: number;
  };
  /** What holds back the actions of the last transition. */
  readonly suppression?: Suppression;
  /** What the state was before that transition, for the message that may still be sent. */
  readonly suppressedFrom?: AlarmStatus;
}

export type Alarm = MetricAlarm | CompositeAlarm;

/** By name: a region has one alarm of a name, of whatever type. */
export const alarms = defineKind<Alarm>('CloudWatchAlarm');

export function alarmArn({ region, accountId }: Scope, name: string): string {
  return `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`;
}

/** The alarm that a name or an ARN means. */
export function nameOfAlarm(nameOrArn: string): string {
  return /^arn:[^:]+:cloudwatch:[^:]*:\d*:alarm:(.+)$/s.exec(nameOrArn)?.[1] ?? nameOrArn;
}

/** The actions of the state that an alarm has come to. */
export function actionsFor(alarm: Alarm, state: AlarmState): readonly string[] {
  if (state === 'ALARM') return alarm.alarmActions;
  return state === 'OK' ? alarm.okActions : alarm.insufficientDataActions;
}

/** Documents of an alarm may name other things that must not change with it. */
export function newStatus(nowMs: number): AlarmStatus {
  // As users of AWS report it.
  const reason = 'Unchecked: Initial alarm creation';
  return { value: 'INSUFFICIENT_DATA', reason, reasonData: '', updatedAtMs: nowMs, transitionedAtMs: nowMs };
}
