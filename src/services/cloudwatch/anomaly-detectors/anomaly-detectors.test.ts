import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metricHandlers } from '../metrics/index.ts';
import { NOW_MS, startAlarms, type TestAlarms } from '../testing/alarms.ts';
import { anomalyDetectorHandlers } from './index.ts';

let test: TestAlarms;
let api: ReturnType<typeof anomalyDetectorHandlers>;
beforeEach(async () => {
  test = await startAlarms();
  api = anomalyDetectorHandlers(test.context);
});
afterEach(() => test.end());

const metric = { Namespace: 'App', MetricName: 'Errors', Dimensions: [], Stat: 'Average' };
const list = async (input = {}) => (await api.describeAnomalyDetectors(input, test.call())).AnomalyDetectors;

/** API reference, `PutAnomalyDetector`, `AnomalyDetector`. */
describe('anomaly detectors', () => {
  it('are one for each statistic of a metric, and know whether there is anything to learn from', async () => {
    await api.putAnomalyDetector(metric, test.call());
    await api.putAnomalyDetector({ SingleMetricAnomalyDetector: metric }, test.call());
    expect(await list()).toMatchObject([
      { ...metric, SingleMetricAnomalyDetector: metric, StateValue: 'PENDING_TRAINING' },
    ]);
    await test.measure(1, NOW_MS - 3_600_000);
    expect(await list({ Namespace: 'App' })).toMatchObject([{ StateValue: 'TRAINED_INSUFFICIENT_DATA' }]);
    for (let hour = 2; hour <= 80; hour++) await test.measure(1, NOW_MS - hour * 3_600_000);
    expect(await list()).toMatchObject([{ StateValue: 'TRAINED' }]);
    expect(await list({ Namespace: 'Other' })).toEqual([]);
  });

  it('are deleted by their metric or their id', async () => {
    await api.putAnomalyDetector(metric, test.call());
    await api.deleteAnomalyDetector(metric, test.call());
    await expect(api.deleteAnomalyDetector(metric, test.call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    await api.putAnomalyDetector(metric, test.call());
    const [{ AnomalyDetectorId } = { AnomalyDetectorId: '' }] = await list();
    await api.deleteAnomalyDetector({ AnomalyDetectorId }, test.call());
    expect(await list()).toEqual([]);
  });

  it('leave out excluded times', async () => {
    for (let day = 1; day <= 7; day++) {
      for (let minute = 0; minute < 30; minute += 5) {
        await test.measure(day === 2 ? 1_000 : 10 + (minute % 2), NOW_MS - day * 86_400_000 + minute * 60_000);
      }
    }
    await test.api.putMetricAlarm(
      {
        AlarmName: 'unusual',
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanUpperThreshold',
        ThresholdMetricId: 'ad1',
        Metrics: [
          { Id: 'm1', MetricStat: { Metric: { Namespace: 'App', MetricName: 'Errors' }, Period: 60, Stat: 'Average' } },
          { Id: 'ad1', Expression: 'ANOMALY_DETECTION_BAND(m1)' },
        ],
      },
      test.call(),
    );
    await test.measure(100);
    test.clock.nowMs += 60_000;
    await test.run();
    expect(await test.stateOf('unusual')).toBe('OK');
    const [StartTime, EndTime] = [2.5, 1.5].map((days) => new Date(NOW_MS - days * 86_400_000));
    if (!StartTime || !EndTime) throw new Error('There are no times.');
    await api.putAnomalyDetector(
      { ...metric, Configuration: { ExcludedTimeRanges: [{ StartTime, EndTime }] } },
      test.call(),
    );
    test.clock.nowMs += 60_000;
    await test.run();
    expect(await test.stateOf('unusual')).toBe('ALARM');
  });

  it('give their band to GetMetricData, the lower limit first', async () => {
    for (let day = 1; day <= 7; day++) {
      for (const [index, value] of [9, 10, 11, 9, 10, 11].entries()) {
        await test.measure(value, NOW_MS - day * 86_400_000 + index * 60_000);
      }
    }
    await test.measure(10);
    const band = (Expression: string) =>
      metricHandlers(test.context).getMetricData(
        {
          StartTime: new Date(NOW_MS - 30_000),
          EndTime: new Date(NOW_MS + 30_000),
          MetricDataQueries: [
            { Id: 'm1', ReturnData: false, MetricStat: { Metric: metric, Period: 60, Stat: 'Sum' } },
            { Id: 'e1', Expression },
          ],
        },
        test.call(),
      );
    const { MetricDataResults = [] } = await band('ANOMALY_DETECTION_BAND(m1, 3)');
    // Mean 10, standard deviation of 9, 10, 11: the root of two thirds.
    const [lower = 0, upper = 0] = MetricDataResults.map(({ Values }) => Values?.[0] ?? 0);
    expect(lower).toBeCloseTo(10 - 3 * Math.sqrt(2 / 3), 6);
    expect(upper).toBeCloseTo(10 + 3 * Math.sqrt(2 / 3), 6);
    await expect(band('ANOMALY_DETECTION_BAND(e1)')).rejects.toMatchObject({ code: 'NotImplementedException' });
  });

  it('refuse what would change how is learned', async () => {
    await expect(
      api.putAnomalyDetector({ ...metric, Configuration: { MetricTimezone: 'UTC' } }, test.call()),
    ).rejects.toMatchObject({
      code: 'NotImplementedException',
    });
    await expect(api.putAnomalyDetector({ ...metric, Stat: 'Mean' }, test.call())).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
    });
    await expect(api.putAnomalyDetector({ Namespace: 'App' }, test.call())).rejects.toMatchObject({
      code: 'MissingRequiredParameterException',
    });
  });
});
