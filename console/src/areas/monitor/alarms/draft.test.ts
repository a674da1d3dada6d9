import { expect, it } from 'vitest';
import { draftOf, NEW_ALARM, putOf } from './draft.ts';

const ARN = 'arn:aws:sallyport:::webhook/ops';

// API reference, PutMetricAlarm: replaces all that an alarm was; percentiles are ExtendedStatistic.
it('keeps of an edited alarm what the form does not show', () => {
  const alarm = {
    AlarmName: 'slow',
    Namespace: 'AWS/ApiGateway',
    MetricName: 'Latency',
    Dimensions: [{ Name: 'ApiName', Value: 'shop' }],
    ExtendedStatistic: 'p99',
    Period: 300,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 250.5,
    EvaluationPeriods: 3,
    Unit: 'Milliseconds',
    ActionsEnabled: false,
    AlarmActions: [ARN],
    EvaluateLowSampleCountPercentile: 'ignore',
  } as const;
  const put = putOf(draftOf(alarm), alarm);
  expect(put).toMatchObject({ ...alarm, DatapointsToAlarm: 3 });
  expect(put.Statistic).toBeUndefined();
});

it('reads actions by lines', () => {
  expect(putOf({ ...NEW_ALARM, onAlarm: ` ${ARN}\n\n${ARN}2 ` }).AlarmActions).toEqual([ARN, `${ARN}2`]);
});
