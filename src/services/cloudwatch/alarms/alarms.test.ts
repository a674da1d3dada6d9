import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServiceError } from '../../../aws/index.ts';
import { ALARM, NOW_MS, SCOPE, startAlarms, type TestAlarms } from '../testing/alarms.ts';

const TOPIC = `arn:aws:sns:us-east-1:${SCOPE.accountId}:ops`;
const MINUTE_MS = 60_000;

let test: TestAlarms;
beforeEach(async () => {
  test = await startAlarms();
});
afterEach(() => test.end());

const put = (change: Parameters<TestAlarms['api']['putMetricAlarm']>[0] | object = {}) =>
  test.api.putMetricAlarm({ ...ALARM, ...change }, test.call());
const find = async (name = 'errors') =>
  (await test.api.describeAlarms({ AlarmNames: [name] }, test.call())).MetricAlarms?.[0];
const history = async (type?: string) =>
  (await test.api.describeAlarmHistory({ HistoryItemType: type, ScanBy: 'TimestampAscending' }, test.call()))
    .AlarmHistoryItems ?? [];

describe('metric alarms', () => {
  it('stand in INSUFFICIENT_DATA until there is data (API reference, PutMetricAlarm)', async () => {
    await put();
    await test.run();
    expect(await find()).toMatchObject({
      ...ALARM,
      AlarmArn: `arn:aws:cloudwatch:us-east-1:${SCOPE.accountId}:alarm:errors`,
      ActionsEnabled: true,
      OKActions: [],
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Unchecked: Initial alarm creation',
      StateUpdatedTimestamp: new Date(NOW_MS),
    });
  });

  // Service model, `PutMetricAlarm`, `Period`: such an alarm "does not receive data for the attempts that do not correspond to a
  // one-minute data resolution" and "might often lapse into" INSUFFICIENT_DATA.
  it('with periods below a minute have a data point a minute of a metric that is kept by the minute', async () => {
    await put({ Period: 10, EvaluationPeriods: 1 });
    await test.measure(5, NOW_MS + MINUTE_MS / 2);
    const states: (string | undefined)[] = [];
    for (let ms = MINUTE_MS / 2; ms <= MINUTE_MS; ms += 10_000) {
      test.clock.nowMs = NOW_MS + ms + 3_000;
      await test.run();
      states.push(await test.stateOf('errors'));
    }
    expect(states).toContain('ALARM');
    test.clock.nowMs = NOW_MS + 3 * MINUTE_MS;
    await test.run();
    expect(await test.stateOf('errors')).toBe('INSUFFICIENT_DATA');
  });

  it('go to ALARM and to OK, and say why in the words that users of AWS report', async () => {
    await put({ AlarmActions: [TOPIC], OKActions: [TOPIC] });
    await test.measure(5, NOW_MS - MINUTE_MS / 2);
    test.clock.nowMs += MINUTE_MS;
    await test.measure(0, NOW_MS + MINUTE_MS / 2);
    test.clock.nowMs = NOW_MS;
    await test.run();
    expect(await find()).toMatchObject({ StateValue: 'INSUFFICIENT_DATA' });

    test.clock.nowMs += MINUTE_MS;
    await test.run();
    expect(await find()).toMatchObject({
      StateValue: 'ALARM',
      StateReason:
        'Threshold Crossed: 1 out of the last 1 datapoints [5.0 (27/11/26 10:00:00)] was greater than or equal to the threshold (1.0) (minimum 1 datapoint for OK -> ALARM transition).',
      StateReasonData:
        '{"version":"1.0","queryDate":"2026-11-27T10:01:30.000+0000","startDate":"2026-11-27T10:00:00.000+0000","statistic":"Sum","period":60,"recentDatapoints":[5.0],"threshold":1.0,"evaluatedDatapoints":[{"timestamp":"2026-11-27T10:00:00.000+0000","sampleCount":1.0,"value":5.0}]}',
      StateTransitionedTimestamp: new Date(NOW_MS + MINUTE_MS),
    });

    test.clock.nowMs += MINUTE_MS;
    await test.run();
    expect(await find()).toMatchObject({
      StateValue: 'OK',
      StateReason:
        'Threshold Crossed: 1 out of the last 1 datapoints [0.0 (27/11/26 10:01:00)] was not greater than or equal to the threshold (1.0) (minimum 1 datapoint for ALARM -> OK transition).',
    });
    const states = await history('StateUpdate');
    expect(states.map(({ HistorySummary }) => HistorySummary)).toEqual([
      'Alarm updated from INSUFFICIENT_DATA to ALARM',
      'Alarm updated from ALARM to OK',
    ]);
    expect(JSON.parse(states[0]?.HistoryData ?? '')).toMatchObject({
      oldState: { stateValue: 'INSUFFICIENT_DATA', stateReason: 'Unchecked: Initial alarm creation' },
      newState: { stateValue: 'ALARM', stateReasonData: { recentDatapoints: [5], threshold: 1 } },
    });
  });

  it('are evaluated once a minute, three seconds after it has ended, and those of short periods every ten seconds', async () => {
    expect(await test.run()).toBeUndefined();
    await put();
    expect(await test.run()).toBe(Date.parse('2026-11-27T10:01:03Z'));
    await put({ AlarmName: 'quick', Period: 10 });
    expect(await test.run()).toBe(Date.parse('2026-11-27T10:00:33Z'));
  });

  it('watch expressions', async () => {
    const stat = (Id: string, MetricName: string) => ({
      Id,
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'App', MetricName }, Period: 60, Stat: 'Sum' },
    });
    await test.api.putMetricAlarm(
      {
        AlarmName: 'rate',
        EvaluationPeriods: 1,
        Threshold: 10,
        ComparisonOperator: 'GreaterThanThreshold',
        Metrics: [{ Id: 'e1', Expression: '100 * errors / calls' }, stat('errors', 'Errors'), stat('calls', 'Calls')],
      },
      test.call(),
    );
    await test.measure(2);
    await test.measure(16, NOW_MS, 'Calls');
    test.clock.nowMs += MINUTE_MS;
    await test.run();
    expect(await find('rate')).toMatchObject({
      StateValue: 'ALARM',
      StateReason: 'Threshold Crossed: 1 datapoint [12.5 (27/11/26 10:00:00)] was greater than the threshold (10.0).',
    });
  });

  it('hold a metric against what it was at this time of day', async () => {
    for (let day = 1; day <= 7; day++) {
      for (const [minute, value] of [9, 10, 11, 9, 10, 11].entries()) {
        await test.measure(value, NOW_MS - day * 86_400_000 + minute * 5 * MINUTE_MS);
      }
    }
    await test.api.putMetricAlarm(
      {
        AlarmName: 'unusual',
        EvaluationPeriods: 1,
        DatapointsToAlarm: 1,
        ComparisonOperator: 'LessThanLowerOrGreaterThanUpperThreshold',
        ThresholdMetricId: 'ad1',
        Metrics: [
          { Id: 'm1', MetricStat: { Metric: { Namespace: 'App', MetricName: 'Errors' }, Period: 60, Stat: 'Average' } },
          { Id: 'ad1', Expression: 'ANOMALY_DETECTION_BAND(m1, 2)' },
        ],
      },
      test.call(),
    );
    await test.measure(11);
    test.clock.nowMs += MINUTE_MS;
    await test.run();
    expect(await test.stateOf('unusual')).toBe('OK');
    await test.measure(15);
    test.clock.nowMs += MINUTE_MS;
    await test.run();
    // The mean of 9, 10 and 11 is 10, their standard deviation 0.816...
    expect((await find('unusual'))?.StateReason).toMatch(
      /^Thresholds Crossed: 1 out of the last 1 datapoints \[15\.0 \(27\/11\/26 10:01:00\)\] was less than the lower thresholds \[8\.36\d+\] or greater than the upper thresholds \[11\.63\d+\] /,
    );
  });

  it('leave an alarm on a percentile as it is while there are too few samples, when asked to', async () => {
    const { Statistic: _, ...rest } = ALARM;
    const percentile = { ...rest, ExtendedStatistic: 'p99', AlarmName: 'slow' };
    await test.api.putMetricAlarm({ ...percentile, EvaluateLowSampleCountPercentile: 'ignore' }, test.call());
    await test.api.putMetricAlarm({ ...percentile, AlarmName: 'any' }, test.call());
    await test.measure(5);
    test.clock.nowMs += MINUTE_MS;
    await test.run();
    expect([await test.stateOf('slow'), await test.stateOf('any')]).toEqual(['INSUFFICIENT_DATA', 'ALARM']);
  });

  it('keep their state when they are changed, and their tags', async () => {
    await put({ Tags: [{ Key: 'team', Value: 'a' }] });
    await test.api.setAlarmState({ AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'test' }, test.call());
    await put({ Threshold: 7, Tags: [{ Key: 'team', Value: 'b' }] });
    expect(await find()).toMatchObject({ Threshold: 7, StateValue: 'ALARM', StateReason: 'test' });
    const ResourceARN = (await find())?.AlarmArn ?? '';
    expect(await test.api.listTagsForResource({ ResourceARN }, test.call())).toEqual({
      Tags: [{ Key: 'team', Value: 'a' }],
    });
    const [created, updated] = await history('ConfigurationUpdate');
    expect(created?.HistorySummary).toBe('Alarm "errors" created');
    expect(updated?.HistorySummary).toBe('Alarm "errors" updated');
    expect(JSON.parse(updated?.HistoryData ?? '')).toMatchObject({
      type: 'Update',
      originalUpdatedFields: { threshold: 1 },
      updatedAlarm: { threshold: 7 },
    });
  });

  it.each<[object, string, string]>([
    // As users of AWS report them.
    [{ DatapointsToAlarm: 15 }, 'ValidationError', 'DatapointsToAlarm must be less than or equal to EvaluationPeriods'],
    [{ MetricName: undefined }, 'ValidationError', 'MetricName must not be null'],
    [{ AlarmActions: ['nonsense'] }, 'ValidationError', 'Invalid arn syntax: nonsense'],
    [
      { Metrics: [{ Id: 'm1', Expression: 'm1' }], MetricName: undefined, Namespace: undefined, Period: undefined },
      'ValidationError',
      'Statistic should not be set if list of Metrics is set.',
    ],
    [
      { ComparisonOperator: 'Above' },
      'ValidationError',
      "1 validation error detected: Value 'Above' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: [GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanThreshold, LessThanOrEqualToThreshold, LessThanLowerOrGreaterThanUpperThreshold, LessThanLowerThreshold, GreaterThanUpperThreshold]",
    ],
    [{ ThresholdMetricId: 'm1' }, 'ValidationError', 'Threshold and ThresholdMetricId cannot both be set'],
    [
      { EvaluationPeriods: 1_441 },
      'ValidationError',
      'Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).',
    ],
    // Ours.
    [{ Period: 45 }, 'ValidationError', 'Period must be 10, 20, 30, or a multiple of 60'],
    [
      { ExtendedStatistic: 'p99' },
      'InvalidParameterCombinationException',
      'Exactly one of Statistic and ExtendedStatistic must be set',
    ],
    [
      { AlarmActions: ['arn:aws:sallyport:::webhook/unknown'] },
      'ValidationError',
      'The setting alarm-webhooks has no unknown, which arn:aws:sallyport:::webhook/unknown names',
    ],
    [
      { AlarmActions: ['arn:aws:automate:us-east-1:ec2:stop'] },
      'NotImplementedException',
      'Sallyport does not support alarm actions like arn:aws:automate:us-east-1:ec2:stop; it takes SNS topics, Lambda functions and its own webhooks and e-mails.',
    ],
    [{ EvaluationInterval: 30 }, 'NotImplementedException', 'Sallyport does not support EvaluationInterval of alarms.'],
  ])('refuse %j', async (change, code, message) => {
    await expect(put(change)).rejects.toMatchObject({ code, message });
    expect(await find()).toBeUndefined();
  });

  it.each<[object[], string]>([
    // As users of AWS report them.
    [
      [{ Id: 'e1', Expression: 'ANOMALY_DETECTOR(m1)' }, {}],
      "Error in expression 'e1': Function 'ANOMALY_DETECTOR' not found at position 1",
    ],
    [
      [{ Id: 'e1', Expression: 'm1 * 2' }, { ReturnData: true }],
      'Exactly one element of the metrics list should return data.',
    ],
    // Ours.
    [[{ Id: 'e1', Expression: 'm1 * m2' }, {}], "Error in expression 'e1': There is no metric and no expression 'm2'"],
    [[{ Id: 'e1', Expression: `SEARCH('x', 'Sum')` }, {}], 'SEARCH is not supported on Metric Alarms.'],
  ])('refuse the queries %j', async (queries, message) => {
    const metric = {
      Id: 'm1',
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'App', MetricName: 'Errors' }, Period: 60, Stat: 'Sum' },
    };
    const Metrics = queries.map((query) => ('Id' in query ? query : { ...metric, ...query }));
    const refused = test.api.putMetricAlarm(
      {
        AlarmName: 'x',
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        Metrics: Metrics as never,
      },
      test.call(),
    );
    await expect(refused).rejects.toMatchObject({ code: 'ValidationError', message });
  });

  it('are listed in pages, by name, by state and by action', async () => {
    for (const AlarmName of ['a1', 'a2', 'a3', 'b1'])
      await put({ AlarmName, AlarmActions: AlarmName === 'a2' ? [TOPIC] : [] });
    await test.api.setAlarmState({ AlarmName: 'a3', StateValue: 'ALARM', StateReason: 'test' }, test.call());
    const names = async (input: object) => {
      const { MetricAlarms = [], NextToken } = await test.api.describeAlarms(input, test.call());
      return [MetricAlarms.map(({ AlarmName }) => AlarmName).join(' '), NextToken] as const;
    };
    const [first, NextToken] = await names({ MaxRecords: 2, AlarmNamePrefix: 'a' });
    expect([first, await names({ MaxRecords: 2, AlarmNamePrefix: 'a', NextToken })]).toEqual([
      'a1 a2',
      ['a3', undefined],
    ]);
    expect((await names({ StateValue: 'ALARM' }))[0]).toBe('a3');
    expect((await names({ ActionPrefix: 'arn:aws:sns' }))[0]).toBe('a2');
    const forMetric = await test.api.describeAlarmsForMetric({ Namespace: 'App', MetricName: 'Errors' }, test.call());
    expect(forMetric.MetricAlarms).toHaveLength(4);
    await expect(names({ NextToken: '!' })).rejects.toMatchObject({ code: 'InvalidNextToken' });
  });

  it.each([
    'arn:aws:sns:evil.example:123456789012:ops',
    'arn:aws:sns:us-east-1@evil.example:123456789012:ops',
    'arn:aws:sns:us-east-1/x:123456789012:ops',
    'arn:evil.example:sns:us-east-1:123456789012:ops',
    'arn:aws:sallyport:::webhook/constructor',
    'arn:aws:sallyport:::webhook/http://evil.example/',
    'http://evil.example/',
  ])('have no action that leads where the operator has named nothing: %s', async (action) => {
    await expect(put({ AlarmActions: [action] })).rejects.toBeInstanceOf(ServiceError);
    expect(await find()).toBeUndefined();
  });

  it('are found by their names, in pages, each once', async () => {
    for (const AlarmName of ['c', 'a', 'b']) await put({ AlarmName });
    const find = async (input: object) => {
      const { MetricAlarms = [], NextToken } = await test.api.describeAlarms(input, test.call());
      return [MetricAlarms.map(({ AlarmName }) => AlarmName).join(' '), NextToken] as const;
    };
    const AlarmNames = ['c', 'b', 'nowhere', 'b', 'a'];
    const [first, NextToken] = await find({ AlarmNames, MaxRecords: 2 });
    expect([first, await find({ AlarmNames, MaxRecords: 2, NextToken })]).toEqual(['a b', ['c', undefined]]);
  });

  it.each(['', 'a\0', '\ud800'])('cannot be called %j, and none is found by it', async (name) => {
    const refused = { code: 'ValidationError', statusCode: 400 };
    await expect(put({ AlarmName: name })).rejects.toMatchObject(refused);
    const state = { AlarmName: name, StateValue: 'OK', StateReason: 'x' };
    await expect(test.api.setAlarmState(state, test.call())).rejects.toMatchObject(refused);
    const names = { AlarmNames: [name] };
    await expect(test.api.describeAlarms(names, test.call())).rejects.toMatchObject(refused);
    await expect(test.api.describeAlarms({ AlarmNamePrefix: name }, test.call())).rejects.toMatchObject(refused);
    await expect(test.api.disableAlarmActions(names, test.call())).rejects.toMatchObject(refused);
    const composite = { AlarmName: 'all', AlarmRule: `ALARM("${name}")` };
    await expect(test.api.putCompositeAlarm(composite, test.call())).rejects.toMatchObject(refused);
    await expect(test.api.describeAlarmHistory({ AlarmName: name }, test.call())).rejects.toMatchObject(refused);
  });

  it('are not there any more once they are deleted, but their history is', async () => {
    await put();
    await test.api.deleteAlarms({ AlarmNames: ['errors', 'never-was'] }, test.call());
    expect(await find()).toBeUndefined();
    expect((await history()).map(({ HistorySummary }) => HistorySummary)).toContain('Alarm "errors" deleted');
    const state = { AlarmName: 'errors', StateValue: 'OK', StateReason: 'x' };
    await expect(test.api.setAlarmState(state, test.call())).rejects.toMatchObject({
      code: 'ResourceNotFound',
      statusCode: 404,
    });
  });
});
