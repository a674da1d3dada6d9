import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALARM, NOW_MS, SCOPE, startAlarms, type TestAlarms } from '../testing/alarms.ts';

const TOPIC = `arn:aws:sns:us-east-1:${SCOPE.accountId}:ops`;

let test: TestAlarms;
beforeEach(async () => {
  test = await startAlarms();
});
afterEach(() => test.end());

const put = (change: Parameters<TestAlarms['api']['putMetricAlarm']>[0] | object = {}) =>
  test.api.putMetricAlarm({ ...ALARM, ...change }, test.call());
const history = async (type?: string) =>
  (await test.api.describeAlarmHistory({ HistoryItemType: type, ScanBy: 'TimestampAscending' }, test.call()))
    .AlarmHistoryItems ?? [];

describe('actions', () => {
  const set = (StateValue: string) =>
    test.api.setAlarmState({ AlarmName: 'errors', StateValue, StateReason: 'test' }, test.call());
  const actions = async () => (await test.desk.list()).map(({ delivery }) => delivery);

  it('are put down with the transition, in the forms that AWS sends', async () => {
    await put({ AlarmActions: [TOPIC], AlarmDescription: 'Too many', Dimensions: [{ Name: 'Api', Value: 'shop' }] });
    await set('ALARM');
    const [delivery] = await actions();
    expect(delivery).toMatchObject({
      action: TOPIC,
      failures: 0,
      dueAtMs: NOW_MS,
      message: { subject: 'ALARM: "errors" in US East (N. Virginia)' },
    });
    // As users report what SNS sends: the members in this order.
    const notification = delivery?.message.notification ?? '';
    expect(notification).toContain('"Threshold":1.0,');
    expect(JSON.stringify(JSON.parse(notification))).toBe(
      JSON.stringify({
        AlarmName: 'errors',
        AlarmDescription: 'Too many',
        AWSAccountId: SCOPE.accountId,
        AlarmConfigurationUpdatedTimestamp: '2026-11-27T10:00:30.000+0000',
        NewStateValue: 'ALARM',
        NewStateReason: 'test',
        StateChangeTime: '2026-11-27T10:00:30.000+0000',
        Region: 'US East (N. Virginia)',
        AlarmArn: `arn:aws:cloudwatch:us-east-1:${SCOPE.accountId}:alarm:errors`,
        OldStateValue: 'INSUFFICIENT_DATA',
        OKActions: [],
        AlarmActions: [TOPIC],
        InsufficientDataActions: [],
        Trigger: {
          MetricName: 'Errors',
          Namespace: 'App',
          StatisticType: 'Statistic',
          Statistic: 'SUM',
          Unit: null,
          Dimensions: [{ value: 'shop', name: 'Api' }],
          Period: 60,
          EvaluationPeriods: 1,
          DatapointsToAlarm: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          Threshold: 1,
          TreatMissingData: '',
          EvaluateLowSampleCountPercentile: '',
        },
      }),
    );
    // User guide, "Event object sent from CloudWatch to Lambda".
    expect(JSON.parse(delivery?.message.event ?? '')).toEqual({
      source: 'aws.cloudwatch',
      alarmArn: `arn:aws:cloudwatch:us-east-1:${SCOPE.accountId}:alarm:errors`,
      accountId: SCOPE.accountId,
      time: '2026-11-27T10:00:30.000+0000',
      region: 'us-east-1',
      alarmData: {
        alarmName: 'errors',
        state: { value: 'ALARM', reason: 'test', timestamp: '2026-11-27T10:00:30.000+0000' },
        previousState: {
          value: 'INSUFFICIENT_DATA',
          reason: 'Unchecked: Initial alarm creation',
          timestamp: '2026-11-27T10:00:30.000+0000',
        },
        configuration: {
          description: 'Too many',
          metrics: [
            {
              id: expect.any(String),
              metricStat: {
                metric: { namespace: 'App', name: 'Errors', dimensions: { Api: 'shop' } },
                period: 60,
                stat: 'Sum',
              },
              returnData: true,
            },
          ],
        },
      },
    });
  });

  it('are those of the new state, and of transitions alone', async () => {
    await put({ AlarmActions: [TOPIC] });
    await set('OK');
    await set('ALARM');
    await set('ALARM');
    expect(await actions()).toHaveLength(1);
  });

  it('are none while they are disabled', async () => {
    await put({ AlarmActions: [TOPIC], ActionsEnabled: true });
    await test.api.disableAlarmActions({ AlarmNames: ['errors'] }, test.call());
    await set('ALARM');
    expect(await actions()).toEqual([]);
    await test.api.enableAlarmActions({ AlarmNames: ['errors'] }, test.call());
    await set('OK');
    await set('ALARM');
    expect(await actions()).toHaveLength(1);
  });

  it('are tried again later and later, and written down when they succeed', async () => {
    await put({ AlarmActions: [TOPIC] });
    await set('ALARM');
    const due = async () => {
      const [first] = await test.desk.list();
      if (first === undefined) throw new Error('Nothing is due.');
      return first;
    };
    await test.desk.failed(await due(), 'no route', false, NOW_MS);
    expect((await due()).delivery).toMatchObject({ failures: 1, dueAtMs: NOW_MS + 1_000 });
    await test.desk.failed(await due(), 'no route', false, NOW_MS + 1_000);
    expect((await due()).delivery).toMatchObject({ failures: 2, dueAtMs: NOW_MS + 3_000 });
    await test.desk.succeeded(await due(), 'MESSAGE', NOW_MS + 3_000);
    expect(await test.desk.list()).toEqual([]);
    const [item] = await history('Action');
    expect(item?.HistorySummary).toBe(`Successfully executed action ${TOPIC}`);
    expect(JSON.parse(item?.HistoryData ?? '')).toEqual({
      actionState: 'Succeeded',
      stateUpdateTimestamp: NOW_MS,
      notificationResource: TOPIC,
      publishedMessage: 'MESSAGE',
      error: null,
    });
  });

  it('are given up when trying again would not help, and after a day', async () => {
    await put({ AlarmActions: [TOPIC, TOPIC] });
    await set('ALARM');
    const [one, other] = await test.desk.list();
    if (!one || !other) throw new Error('There are not two.');
    await test.desk.failed(one, 'no such topic', true, NOW_MS + 1);
    await test.desk.failed(other, 'no route', false, NOW_MS + 86_400_000);
    expect(await test.desk.list()).toEqual([]);
    const summaries = (await history('Action')).map(({ HistorySummary }) => HistorySummary);
    expect(summaries).toEqual(
      ['no such topic', 'no route'].map((why) => `Failed to execute action ${TOPIC}. Received error: "${why}"`),
    );
  });
});
