import { describe, expect, it } from 'vitest';
import type { Threshold } from './comparison.ts';
import { type DatapointRule, evaluateDatapoints } from './evaluate.ts';
import { samplesNeeded } from './low-samples.ts';

const rule: DatapointRule = {
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  namesDatapointsToAlarm: true,
  treatMissingData: 'missing',
  comparisonOperator: 'GreaterThanOrEqualToThreshold',
  threshold: 1,
  statistic: 'Sum',
  periodSeconds: 60,
};

/** @param values the newest first; undefined is missing */
function evaluate(
  change: Partial<DatapointRule>,
  newest: string,
  values: readonly (number | undefined)[],
  threshold?: Threshold,
) {
  const all = { ...rule, ...change };
  const times = values.map((_, index) => Date.parse(newest) - index * all.periodSeconds * 1_000);
  const points = values.flatMap((value, index) =>
    value === undefined ? [] : [{ timeMs: times[index] ?? 0, value, threshold: threshold ?? all.threshold ?? 0 }],
  );
  return evaluateDatapoints(all, times, points, Date.parse(newest) + 90_000);
}

/** Reasons that users of AWS report, word for word. */
describe('evaluateDatapoints', () => {
  it.each([
    [
      { evaluationPeriods: 2, datapointsToAlarm: 2 },
      '2023-06-02T12:21:00Z',
      [1, 1],
      'Threshold Crossed: 2 out of the last 2 datapoints [1.0 (02/06/23 12:21:00), 1.0 (02/06/23 12:20:00)] were greater than or equal to the threshold (1.0) (minimum 2 datapoints for OK -> ALARM transition).',
    ],
    [
      { evaluationPeriods: 2, datapointsToAlarm: 2 },
      '2023-06-02T12:28:00Z',
      [0, 1],
      'Threshold Crossed: 1 out of the last 2 datapoints [0.0 (02/06/23 12:28:00)] was not greater than or equal to the threshold (1.0) (minimum 1 datapoint for ALARM -> OK transition).',
    ],
    [
      { comparisonOperator: 'GreaterThanThreshold', threshold: 50 },
      '2019-10-01T13:46:00Z',
      [0.0666851903306472],
      'Threshold Crossed: 1 out of the last 1 datapoints [0.0666851903306472 (01/10/19 13:46:00)] was not greater than the threshold (50.0) (minimum 1 datapoint for ALARM -> OK transition).',
    ],
    [
      { namesDatapointsToAlarm: false, comparisonOperator: 'GreaterThanThreshold', threshold: 0 },
      '2026-05-26T14:20:00Z',
      [3],
      'Threshold Crossed: 1 datapoint [3.0 (26/05/26 14:20:00)] was greater than the threshold (0.0).',
    ],
    [
      { evaluationPeriods: 20, treatMissingData: 'notBreaching' },
      '2024-03-16T12:15:00Z',
      [613, ...Array(19).fill(undefined)],
      'Threshold Crossed: 1 out of the last 20 datapoints [613.0 (16/03/24 12:15:00)] was greater than or equal to the threshold (1.0) and 19 missing datapoints were treated as [NonBreaching] (minimum 1 datapoint for OK -> ALARM transition).',
    ],
    [
      { treatMissingData: 'breaching' },
      '2024-03-16T12:15:00Z',
      [undefined],
      'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].',
    ],
    [
      { evaluationPeriods: 2, treatMissingData: 'notBreaching' },
      '2024-03-16T12:15:00Z',
      [undefined, undefined],
      'Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as [NonBreaching].',
    ],
    [
      { namesDatapointsToAlarm: false, evaluationPeriods: 3, datapointsToAlarm: 2, treatMissingData: 'breaching' },
      '2026-09-05T12:15:00Z',
      [undefined, undefined, 0],
      'Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].',
    ],
    [
      { evaluationPeriods: 5 },
      '2023-08-04T12:30:00Z',
      Array(5).fill(undefined),
      'Insufficient Data: 5 datapoints were unknown.',
    ],
  ] as const)('%j at %s', (change, newest, values, reason) => {
    expect(evaluate(change, newest, values)?.reason).toBe(reason);
  });

  it.each([
    [
      'LessThanLowerOrGreaterThanUpperThreshold',
      0.3647359623208398,
      { lower: 0.3745361004392295, upper: 0.42329814009957095 },
      '2021-08-25T13:28:00Z',
      'Thresholds Crossed: 1 out of the last 1 datapoints [0.3647359623208398 (25/08/21 13:28:00)] was less than the lower thresholds [0.3745361004392295] or greater than the upper thresholds [0.42329814009957095] (minimum 1 datapoint for OK -> ALARM transition).',
    ],
    [
      'LessThanLowerOrGreaterThanUpperThreshold',
      0.46522264287069004,
      { lower: 0.4129373661576242, upper: 0.4700330400585261 },
      '2021-06-27T13:52:00Z',
      'Thresholds Crossed: 1 out of the last 1 datapoints [0.46522264287069004 (27/06/21 13:52:00)] was not less than the lower thresholds [0.4129373661576242] or not greater than the upper thresholds [0.4700330400585261] (minimum 1 datapoint for ALARM -> OK transition).',
    ],
    [
      'GreaterThanUpperThreshold',
      209,
      { lower: 0, upper: 330.3191408914422 },
      '2024-07-25T06:59:00Z',
      'Thresholds Crossed: 1 out of the last 1 datapoints [209.0 (25/07/24 06:59:00)] was not greater than the upper thresholds [330.3191408914422] (minimum 1 datapoint for ALARM -> OK transition).',
    ],
  ] as const)('holds against a band: %s of %d', (comparisonOperator, value, band, newest, reason) => {
    const { threshold: _, ...withoutNumber } = rule;
    const times = [Date.parse(newest)];
    const points = [{ timeMs: Date.parse(newest), value, threshold: band }];
    expect(evaluateDatapoints({ ...withoutNumber, comparisonOperator }, times, points, 0)?.reason).toBe(reason);
  });

  // The guide's event ("Event object sent from CloudWatch to Lambda"), and one of a metric with data, as users report it.
  it('says in JSON what it looked at', () => {
    const none = evaluateDatapoints(
      { ...rule, evaluationPeriods: 2, statistic: 'Average', threshold: 5 },
      [Date.parse('2023-08-04T12:30:00Z'), Date.parse('2023-08-04T12:29:00Z'), Date.parse('2023-08-04T12:28:00Z')],
      [],
      Date.parse('2023-08-04T12:31:29.591Z'),
    );
    expect(none?.reasonData).toBe(
      '{"version":"1.0","queryDate":"2023-08-04T12:31:29.591+0000","statistic":"Average","period":60,"recentDatapoints":[],"threshold":5.0,"evaluatedDatapoints":[{"timestamp":"2023-08-04T12:30:00.000+0000"},{"timestamp":"2023-08-04T12:29:00.000+0000"}]}',
    );
    const timeMs = Date.parse('2019-10-01T13:46:00Z');
    const some = evaluateDatapoints(
      { ...rule, statistic: 'Average', periodSeconds: 300, threshold: 50 },
      [timeMs],
      [{ timeMs, value: 0.0666851903306472, threshold: 50, sampleCount: 5 }],
      Date.parse('2019-10-01T13:56:40.985Z'),
    );
    expect(some?.reasonData).toBe(
      '{"version":"1.0","queryDate":"2019-10-01T13:56:40.985+0000","startDate":"2019-10-01T13:46:00.000+0000","statistic":"Average","period":300,"recentDatapoints":[0.0666851903306472],"threshold":50.0,"evaluatedDatapoints":[{"timestamp":"2019-10-01T13:46:00.000+0000","sampleCount":5.0,"value":0.0666851903306472}]}',
    );
  });

  it('knows how many samples a percentile needs (guide: 1000 for p99)', () => {
    expect(['p99', 'p50', 'p10', 'p99.9', 'p100', 'Average'].map(samplesNeeded)).toEqual([
      1_000,
      20,
      100,
      10_000,
      undefined,
      undefined,
    ]);
  });
});
