import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, NOW_MS, startCloudWatch } from '../testing/service.ts';
import type { In } from '../types.ts';
import { metricHandlers } from './index.ts';
import { METRIC_DATA_LIMITS } from './limits.ts';

type Datum = NonNullable<In<'putMetricData'>['MetricData']>[number];
type Statistics = Partial<In<'getMetricStatistics'>>;
type Query = NonNullable<In<'getMetricData'>['MetricDataQueries']>[number];

const MINUTE = 60_000;
const DAY = 86_400_000;
const start = new Date(NOW_MS - 10 * MINUTE);
const end = new Date(NOW_MS);

let service: Awaited<ReturnType<typeof startCloudWatch>>;
let api: ReturnType<typeof metricHandlers>;

beforeEach(async () => {
  service = await startCloudWatch({ maxSeries: 50 });
  api = metricHandlers(service);
});
afterEach(() => service.stop());

function put(...MetricData: readonly Partial<Datum>[]) {
  const data = MetricData.map((datum) => ({ MetricName: 'Price', Timestamp: start, ...datum }));
  return api.putMetricData({ Namespace: 'Shop', MetricData: data }, call());
}

function statistics(more: Statistics = {}) {
  const base = { Namespace: 'Shop', MetricName: 'Price', StartTime: start, EndTime: end, Period: 60 };
  return api.getMetricStatistics({ ...base, ...more }, call());
}

function metric(Id: string, more: Partial<NonNullable<Query['MetricStat']>> = {}, name = 'Price'): Query {
  return { Id, MetricStat: { Metric: { Namespace: 'Shop', MetricName: name }, Period: 60, Stat: 'Sum', ...more } };
}

function data(MetricDataQueries: readonly Query[], more: Partial<In<'getMetricData'>> = {}) {
  return api.getMetricData({ MetricDataQueries, StartTime: start, EndTime: end, ...more }, call());
}

describe('PutMetricData', () => {
  // As users of AWS report them: cloud-custodian issue 2559, cloudwatchmetrics-ros1 issue 46 and others.
  const old = new Date(NOW_MS - 15 * DAY);
  const both = (a: string, b: string) =>
    `The parameters MetricData.member.1.${a} and MetricData.member.1.${b} are mutually exclusive and you have specified both.`;
  it.each<[string, readonly Partial<Datum>[], string, string]>([
    [
      'data that are too old, each by its place',
      [{ Value: 1 }, { Value: 1, Timestamp: old }, { Value: 1, Timestamp: old }],
      'InvalidParameterValueException',
      'The parameter MetricData.member.2.Timestamp must specify a time within the past two weeks.\nThe parameter MetricData.member.3.Timestamp must specify a time within the past two weeks.',
    ],
    [
      'data more than two hours ahead',
      [{ Value: 1, Timestamp: new Date(NOW_MS + 121 * MINUTE) }],
      'InvalidParameterValueException',
      'The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.',
    ],
    ['values beside a value', [{ Value: 1, Values: [1] }], 'InvalidParameterValueException', both('Value', 'Values')],
    [
      'statistics beside a value',
      [{ Value: 1, StatisticValues: { SampleCount: 1, Sum: 1, Minimum: 1, Maximum: 1 } }],
      'InvalidParameterCombinationException',
      both('Value', 'StatisticValues'),
    ],
    [
      'as many counts as there are no values',
      [{ Values: [1, 2], Counts: [1] }],
      'InvalidParameterValueException',
      'The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.',
    ],
    ['no value at all', [{}], 'MissingRequiredParameterException', 'At least one of the parameters must be specified.'],
    [
      'what is no number',
      [{ Value: Number.NaN }],
      'InvalidParameterValueException',
      'The value NaN for parameter MetricData.member.1.Value is invalid.',
    ],
    [
      'statistics that cannot be',
      [{ StatisticValues: { SampleCount: 1, Sum: 1, Minimum: 2, Maximum: 1 } }],
      'InvalidParameterValueException',
      'The parameter MetricData.member.1.StatisticValues.Maximum must be greater than MetricData.member.1.StatisticValues.Minimum.',
    ],
    [
      'too many data',
      Array.from({ length: METRIC_DATA_LIMITS.data + 1 }, () => ({ Value: 1 })),
      'InvalidParameterValueException',
      'The collection MetricData must not have a size greater than 1000.',
    ],
  ])('refuses %s', async (_, given, code, message) => {
    await expect(put(...given)).rejects.toMatchObject({ code, message, statusCode: 400 });
    expect((await statistics({ Statistics: ['Sum'] })).Datapoints).toEqual([]);
  });

  it.each(['AWS/Mine', '', ':Shop', 'Sh\u00f6p'])('refuses the namespace %j', (Namespace) =>
    expect(
      api.putMetricData({ Namespace, MetricData: [{ MetricName: 'Price', Value: 1 }] }, call()),
    ).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
      message: `The value ${Namespace} for parameter Namespace is invalid.`,
    }),
  );

  it('takes data of entities, and wants to be told how strictly', async () => {
    const EntityMetricData = [{ Entity: { KeyAttributes: {} }, MetricData: [{ MetricName: 'Price', Value: 2 }] }];
    const entities = (StrictEntityValidation?: boolean) =>
      api.putMetricData({ Namespace: 'Shop', EntityMetricData, StrictEntityValidation }, call());
    await expect(entities()).rejects.toMatchObject({ code: 'MissingRequiredParameterException' });
    await expect(entities(true)).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
    await entities(false);
    const { Datapoints } = await statistics({ Statistics: ['Sum'], EndTime: new Date(NOW_MS + MINUTE) });
    expect(Datapoints).toMatchObject([{ Sum: 2 }]);
  });

  it('keeps no more metrics than there may be, and says so', async () => {
    const many = Array.from({ length: 51 }, (_, n) => ({ MetricName: `m${n}`, Value: 1 }));
    await expect(put(...many)).rejects.toMatchObject({
      code: 'LimitExceededException',
      message: expect.stringContaining('no more than 50 are kept'),
    });
    expect((await api.listMetrics({}, call())).Metrics).toEqual([]);
  });
});

describe('GetMetricStatistics', () => {
  it('answers statistics by periods, each unit by itself (as users of AWS report)', async () => {
    await put(...Array.from({ length: 10 }, (_, n) => ({ Value: n })), { Value: 5, Unit: 'Count' });
    const Statistics = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];
    expect(await statistics({ Statistics, Period: 600 })).toEqual({
      Label: 'Price',
      Datapoints: [
        { Timestamp: start, SampleCount: 1, Average: 5, Sum: 5, Minimum: 5, Maximum: 5, Unit: 'Count' },
        { Timestamp: start, SampleCount: 10, Average: 4.5, Sum: 45, Minimum: 0, Maximum: 9, Unit: 'None' },
      ],
    });
    expect((await statistics({ Statistics: ['Sum'], Unit: 'Count' })).Datapoints).toHaveLength(1);
  });

  it('answers extended statistics', async () => {
    await put({ Values: [1, 2, 3, 4], Counts: [1, 1, 1, 97] });
    const { Datapoints } = await statistics({ ExtendedStatistics: ['p3', 'p100', 'TC(:2)'] });
    expect(Datapoints).toMatchObject([{ ExtendedStatistics: { p100: 4, 'TC(:2)': 2 } }]);
    expect(Datapoints?.[0]?.ExtendedStatistics?.p3).toBeCloseTo(3, 1);
  });

  it.each<[Statistics, string, string]>([
    [{}, 'InvalidParameterCombinationException', 'Must specify either Statistics or ExtendedStatistics'],
    [
      // As reported: cloud-custodian pull request 7103.
      { Statistics: ['Sum'], Period: 1, StartTime: new Date(NOW_MS - DAY) },
      'InvalidParameterCombinationException',
      'You have requested up to 86400 datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
    ],
    [
      // As reported: telegraf issue 2022.
      { Statistics: ['Sum'], StartTime: end },
      'InvalidParameterValueException',
      'The parameter StartTime must not equal parameter EndTime.',
    ],
    [
      { ExtendedStatistics: ['p101'] },
      'InvalidParameterValueException',
      'The value p101 for parameter ExtendedStatistics.member.1 is not supported.',
    ],
    [
      { Statistics: ['Sum'], Period: 90 },
      'InvalidParameterValueException',
      'The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.',
    ],
  ])('refuses %j', (input, code, message) =>
    expect(statistics(input)).rejects.toMatchObject({ code, message, statusCode: 400 }),
  );
});

describe('GetMetricData', () => {
  it('answers the newest first, and what is made of metrics', async () => {
    await put({ Value: 1 }, { Value: 3, Timestamp: new Date(start.getTime() + MINUTE) });
    const { MetricDataResults } = await data([
      { ...metric('m1'), ReturnData: false },
      { Id: 'e1', Expression: 'm1 * 2' },
      { Id: 'e2', Expression: 'SUM([e1, m1])', Label: 'All' },
      { Id: 'e3', Expression: `SEARCH('{Shop} Price', 'Sum', 60)` },
    ]);
    const Timestamps = [new Date(start.getTime() + MINUTE), start];
    expect(MetricDataResults).toEqual([
      { Id: 'e1', Label: 'e1', Timestamps, Values: [6, 2], StatusCode: 'Complete' },
      { Id: 'e2', Label: 'All', Timestamps, Values: [9, 3], StatusCode: 'Complete' },
      { Id: 'e3', Label: 'Price', Timestamps, Values: [3, 1], StatusCode: 'Complete' },
    ]);
  });

  // LocalStack's recordings of AWS: test_label_generation.
  it.each([
    [{ Stat: 'Sum' }, { Stat: 'Minimum', Period: 30 }, ['Price Sum 60', 'Price Minimum 30']],
    [{ Stat: 'Sum' }, { Stat: 'Minimum' }, ['Price Sum', 'Price Minimum']],
    [{ Stat: 'Sum' }, { Stat: 'Sum', Period: 30 }, ['Price 60', 'Price 30']],
    [{ Stat: 'Sum' }, { Stat: 'Sum' }, ['Price', 'Price']],
  ])('labels %j and %j by what differs, and has minutes in shorter periods', async (a, b, labels) => {
    await put({ Value: 9 });
    const { MetricDataResults = [] } = await data([metric('a', a), metric('b', b)]);
    expect(MetricDataResults.map(({ Label }) => Label)).toEqual(labels);
    expect(MetricDataResults.map(({ Values }) => Values)).toEqual([[9], [9]]);
  });

  it('fills what a label says of the data (user guide, "Using dynamic labels")', async () => {
    await put({ Value: 1 }, { Value: 3, Timestamp: new Date(start.getTime() + MINUTE) });
    const Label = `\${PROP('Stat')} of \${PROP('MetricName')} in \${PROP('Region')}: \${MAX}, \${AVG}, \${LAST_TIME} \${NONE}`;
    const { MetricDataResults } = await data([{ ...metric('m1'), Label }], { LabelOptions: { Timezone: '+0130' } });
    expect(MetricDataResults?.[0]?.Label).toBe('Sum of Price in us-east-1: 3, 2, 2026-01-31 13:21 \u0024{NONE}');
  });

  it('answers one unit of several and names all (as users of AWS report)', async () => {
    await put({ Value: 5, Unit: 'Seconds' }, { Value: 60_000, Unit: 'Milliseconds' });
    expect((await data([metric('m1')])).MetricDataResults).toMatchObject([
      {
        Values: [60_000],
        Messages: [{ Code: 'MultipleUnits', Value: "Multiple units returned: '[Milliseconds, Seconds]'" }],
      },
    ]);
  });

  it('gives pages that together are all, in either order', async () => {
    await put(...[0, 1, 2, 3, 4].map((n) => ({ Value: n, Timestamp: new Date(start.getTime() + n * MINUTE) })));
    await put({ MetricName: 'Other', Value: 7 });
    const more = { MaxDatapoints: 4, ScanBy: 'TimestampAscending' };
    const queries = [metric('m1'), metric('m2', {}, 'Other')];
    const first = await data(queries, more);
    expect(first.MetricDataResults).toMatchObject([{ Id: 'm1', Values: [0, 1, 2, 3], StatusCode: 'PartialData' }]);
    const second = await data(queries, { ...more, NextToken: first.NextToken });
    expect(second.NextToken).toBeUndefined();
    expect(second.MetricDataResults).toMatchObject([
      { Id: 'm1', Values: [4], StatusCode: 'Complete' },
      { Id: 'm2', Values: [7], StatusCode: 'Complete' },
    ]);
    await expect(data(queries, { NextToken: 'x' })).rejects.toMatchObject({ code: 'InvalidNextToken' });
  });

  it.each<[readonly Query[], string]>([
    // As users of AWS report it, with the empty line.
    [[{ Id: 'm1' }], 'The parameter MetricDataQueries.member.1.MetricStat is required.\n'],
    [[metric('m1'), metric('m1')], 'The values for parameter id in MetricDataQueries are not unique.'],
    [
      [metric('M1')],
      'The value M1 for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.',
    ],
    [
      [metric('m1', { Stat: 'p' })],
      'The value p for parameter MetricDataQueries.member.1.MetricStat.Stat is not supported.',
    ],
    [[{ Id: 'e1', Expression: 'm1 + 1' }], "Error in expression 'e1': Undefined variable 'm1'"],
  ])('refuses %j', (queries, message) =>
    expect(data(queries)).rejects.toMatchObject({ code: 'ValidationError', message, statusCode: 400 }),
  );
});

describe('ListMetrics', () => {
  it('lists by namespace, name and dimensions', async () => {
    await put({ Value: 1, Dimensions: [{ Name: 'A', Value: '1' }] }, { MetricName: 'Other', Value: 1 });
    const listed = { Namespace: 'Shop', MetricName: 'Price', Dimensions: [{ Name: 'A', Value: '1' }] };
    expect(await api.listMetrics({ Dimensions: [{ Name: 'A' }] }, call())).toEqual({ Metrics: [listed] });
    expect(await api.listMetrics({ MetricName: 'Price', RecentlyActive: 'PT3H' }, call())).toEqual({
      Metrics: [listed],
    });
    expect((await api.listMetrics({ Namespace: 'Shop' }, call())).Metrics).toHaveLength(2);
    expect((await api.listMetrics({ Namespace: 'Shop' }, call({ region: 'eu-west-1' }))).Metrics).toEqual([]);
    await expect(api.listMetrics({ NextToken: 'x' }, call())).rejects.toMatchObject({ code: 'InvalidNextToken' });
    const { accountId, region } = call().scope;
    for (const parts of [
      ['000000000000', region, '', '', [], ''],
      [accountId, 'ap-east-1', '', '', [], ''],
      [accountId, region, '', '', [1], ''],
    ]) {
      const NextToken = Buffer.from(JSON.stringify(parts)).toString('base64url');
      await expect(api.listMetrics({ NextToken }, call())).rejects.toMatchObject({ code: 'InvalidNextToken' });
    }
  });
});
