import type { Input } from '../../../aws/index.ts';
import type { MetricAlarm } from './use-alarms.ts';

/** Who is told of each state; ARNs, one a line. */
export interface ActionsDraft {
  readonly onAlarm: string;
  readonly onOk: string;
  readonly onNoData: string;
}

/** A metric alarm as it is typed. */
export interface AlarmDraft extends ActionsDraft {
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly stat: string;
  readonly period: string;
  readonly operator: string;
  readonly threshold: string;
  readonly datapoints: string;
  readonly periods: string;
  readonly missing: string;
}

type Put = Input<'cloudwatch', 'putMetricAlarm'>;

export const NEW_ALARM: AlarmDraft = {
  name: '',
  description: '',
  namespace: 'AWS/ApiGateway',
  metricName: '',
  dimensions: {},
  stat: 'Sum',
  period: '60',
  operator: 'GreaterThanOrEqualToThreshold',
  threshold: '1',
  datapoints: '1',
  periods: '1',
  missing: 'notBreaching',
  onAlarm: '',
  onOk: '',
  onNoData: '',
};

const STATISTICS = new Set(['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum']);

export function draftOf(alarm: MetricAlarm): AlarmDraft {
  const { EvaluationPeriods = 1, Dimensions = [] } = alarm;
  return {
    name: alarm.AlarmName ?? '',
    description: alarm.AlarmDescription ?? '',
    namespace: alarm.Namespace ?? '',
    metricName: alarm.MetricName ?? '',
    dimensions: Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
    stat: alarm.Statistic ?? alarm.ExtendedStatistic ?? '',
    period: String(alarm.Period ?? 60),
    operator: alarm.ComparisonOperator ?? '',
    threshold: String(alarm.Threshold ?? 0),
    datapoints: String(alarm.DatapointsToAlarm ?? EvaluationPeriods),
    periods: String(EvaluationPeriods),
    missing: alarm.TreatMissingData ?? 'missing',
    ...actionsDraftOf(alarm),
  };
}

/** @param before the alarm that is replaced: what the form does not show of it stays */
export function putOf(draft: AlarmDraft, before?: MetricAlarm): Put {
  const { Unit, EvaluateLowSampleCountPercentile, ActionsEnabled } = before ?? {};
  return {
    AlarmName: draft.name,
    AlarmDescription: draft.description,
    Namespace: draft.namespace,
    MetricName: draft.metricName,
    Dimensions: Object.entries(draft.dimensions).map(([Name, Value]) => ({ Name, Value })),
    ...(STATISTICS.has(draft.stat)
      ? { Statistic: draft.stat as NonNullable<Put['Statistic']> }
      : { ExtendedStatistic: draft.stat }),
    Period: Number(draft.period),
    ComparisonOperator: draft.operator as NonNullable<Put['ComparisonOperator']>,
    Threshold: Number(draft.threshold),
    EvaluationPeriods: Number(draft.periods),
    DatapointsToAlarm: Number(draft.datapoints),
    TreatMissingData: draft.missing,
    ...actionsOf(draft),
    ...(Unit !== undefined && { Unit }),
    ...(EvaluateLowSampleCountPercentile !== undefined && { EvaluateLowSampleCountPercentile }),
    ...(ActionsEnabled !== undefined && { ActionsEnabled }),
  };
}

interface Actions {
  readonly AlarmActions?: readonly string[] | undefined;
  readonly OKActions?: readonly string[] | undefined;
  readonly InsufficientDataActions?: readonly string[] | undefined;
}

export function actionsDraftOf(alarm: Actions): ActionsDraft {
  const text = (arns: readonly string[] = []): string => arns.join('\n');
  return {
    onAlarm: text(alarm.AlarmActions),
    onOk: text(alarm.OKActions),
    onNoData: text(alarm.InsufficientDataActions),
  };
}

export function actionsOf({ onAlarm, onOk, onNoData }: ActionsDraft) {
  const lines = (text: string): string[] => text.split(/\s+/).filter((arn) => arn !== '');
  return { AlarmActions: lines(onAlarm), OKActions: lines(onOk), InsufficientDataActions: lines(onNoData) };
}
