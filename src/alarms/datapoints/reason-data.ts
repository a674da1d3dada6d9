import { javaDoubleText } from '../../json/index.ts';
import { alarmTimestamp } from '../timestamps.ts';
import type { Datapoint } from './reason.ts';

/** What of an alarm its `StateReasonData` repeats. */
export interface ReasonDataRule {
  readonly statistic?: string;
  readonly unit?: string;
  readonly periodSeconds: number;
  /** Absent for a band. */
  readonly threshold?: number;
}

/**
 * `StateReasonData`, member for member as AWS writes it: floating-point numbers always with a point.
 * @param evaluated the newest first
 * @param missingTimes when data points were expected that were missing; only said where there was none at all
 */
export function reasonDataOf(
  rule: ReasonDataRule,
  evaluated: readonly Datapoint[],
  missingTimes: readonly number[],
  queryMs: number,
): string {
  const oldestFirst = evaluated.toReversed();
  const start = oldestFirst[0]?.timeMs;
  const bands = oldestFirst.map(({ threshold }) => threshold).filter((threshold) => typeof threshold === 'object');
  const members: (readonly [string, string])[] = [
    ['version', text('1.0')],
    ['queryDate', text(alarmTimestamp(queryMs))],
    ...(start === undefined ? [] : [['startDate', text(alarmTimestamp(start))] as const]),
    ...(rule.unit === undefined ? [] : [['unit', text(rule.unit)] as const]),
    ...(rule.statistic === undefined ? [] : [['statistic', text(rule.statistic)] as const]),
    ['period', String(rule.periodSeconds)],
    ['recentDatapoints', list(oldestFirst.map(({ value }) => javaDoubleText(value)))],
    ...(rule.threshold === undefined
      ? [
          ['recentLowerThresholds', list(bands.map(({ lower }) => javaDoubleText(lower)))] as const,
          ['recentUpperThresholds', list(bands.map(({ upper }) => javaDoubleText(upper)))] as const,
        ]
      : [['threshold', javaDoubleText(rule.threshold)] as const]),
    [
      'evaluatedDatapoints',
      list(
        evaluated.length > 0
          ? evaluated.map(evaluatedDatapoint)
          : missingTimes.map((timeMs) => object([['timestamp', text(alarmTimestamp(timeMs))]])),
      ),
    ],
  ];
  return object(members);
}

function evaluatedDatapoint({ timeMs, sampleCount, value, threshold }: Datapoint): string {
  return object([
    ['timestamp', text(alarmTimestamp(timeMs))],
    ...(sampleCount === undefined ? [] : [['sampleCount', javaDoubleText(sampleCount)] as const]),
    ['value', javaDoubleText(value)],
    ...(typeof threshold === 'number' ? [] : [['threshold', javaDoubleText(threshold.upper)] as const]),
  ]);
}

const text = (value: string) => JSON.stringify(value);
const list = (items: readonly string[]) => `[${items.join(',')}]`;
const object = (members: readonly (readonly [string, string])[]) =>
  `{${members.map(([name, value]) => `${text(name)}:${value}`).join(',')}}`;
