import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FollowedLogs, startFollowedLogs } from '../testing/followed-logs.ts';

let test: FollowedLogs;
beforeEach(async () => {
  test = await startFollowedLogs();
  await test.makeGroup('app');
});
afterEach(() => test.close());

type Given = Parameters<FollowedLogs['api']['putMetricFilter']>[0];

function filter(changes: Partial<Given> = {}, transformation: object = {}): Given {
  return {
    logGroupName: 'app',
    filterName: 'errors',
    filterPattern: 'ERROR',
    metricTransformations: [{ metricName: 'Errors', metricNamespace: 'App', metricValue: '1', ...transformation }],
    ...changes,
  };
}

const put = (...args: Parameters<typeof filter>) => test.api.putMetricFilter(filter(...args), test.call());

describe('metric filters', () => {
  it('are put, put again, described and deleted', async () => {
    await put();
    const creationTime = test.clock.nowMs;
    test.clock.nowMs += 1000;
    await put({ filterPattern: '{ $.a = 1 }' }, { defaultValue: 0, unit: 'Count' });
    await put({ filterName: 'other' });
    const described = await test.api.describeMetricFilters(
      { logGroupName: 'app', filterNamePrefix: 'err' },
      test.call(),
    );
    expect(described).toEqual({
      metricFilters: [
        {
          filterName: 'errors',
          logGroupName: 'app',
          filterPattern: '{ $.a = 1 }',
          metricTransformations: [
            { metricName: 'Errors', metricNamespace: 'App', metricValue: '1', defaultValue: 0, unit: 'Count' },
          ],
          creationTime,
          applyOnTransformedLogs: false,
        },
      ],
    });
    const groups = await test.api.describeLogGroups({}, test.call());
    expect(groups.logGroups?.[0]?.metricFilterCount).toBe(2);
    await test.api.deleteMetricFilter({ logGroupName: 'app', filterName: 'errors' }, test.call());
    const left = await test.api.describeMetricFilters({ metricName: 'Errors', metricNamespace: 'App' }, test.call());
    expect(left.metricFilters?.map(({ filterName }) => filterName)).toEqual(['other']);
  });

  it('go with their group', async () => {
    await put();
    await test.api.deleteLogGroup({ logGroupName: 'app' }, test.call());
    await test.makeGroup('app');
    expect(await test.api.describeMetricFilters({}, test.call())).toEqual({ metricFilters: [] });
  });

  // Texts of patterns, dimensions and limits: as users of AWS and moto's recorded answers have them. Others are the constraint's.
  it.each<readonly [string, Parameters<typeof filter>, string]>([
    ['a pattern', [{ filterPattern: '{ $.a = 1' }], "If a filter pattern starts with '{' it must end with '}'"],
    ['a name', [{ filterName: 'a:b' }], "1 validation error detected: Value 'a:b' at 'filterName'"],
    [
      'no transformation',
      [{ metricTransformations: [] }],
      "Value at 'metricTransformations' failed to satisfy constraint",
    ],
    ['a unit', [{}, { unit: 'Apples' }], "Value 'Apples' at 'metricTransformations.1.member.unit'"],
    ['a value', [{}, { metricValue: '$.latency' }], 'Invalid metric transformation'],
    [
      'dimensions of words',
      [{}, { dimensions: { A: '$.a' } }],
      'The specified filter pattern does not support dimensions',
    ],
    [
      'dimensions with a default',
      [{ filterPattern: '{ $.a = 1 }' }, { dimensions: { A: '$.a' }, defaultValue: 0 }],
      'Invalid metric transformation: dimensions and default value are mutually exclusive properties.',
    ],
    [
      'four dimensions',
      [{ filterPattern: '{ $.a = 1 }' }, { dimensions: { A: '$.a', B: '$.a', C: '$.a', D: '$.a' } }],
      'Invalid metric transformation',
    ],
  ])('are refused for %s', async (_, args, message) => {
    await expect(put(...args)).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: expect.stringContaining(message),
    });
  });

  it('are refused without their group, and beyond five with regular expressions', async () => {
    await expect(put({ logGroupName: 'nothing' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
    for (let n = 0; n < 5; n += 1) await put({ filterName: `regex ${n}`, filterPattern: '%a+%' });
    await put({ filterName: 'regex 0', filterPattern: '%b+%' });
    await expect(put({ filterName: 'one more', filterPattern: '%a+%' })).rejects.toMatchObject({
      code: 'LimitExceededException',
      message: 'Resource limit exceeded.',
    });
  });

  // API reference, TestMetricFilter, its example for "[ERROR]".
  it('are tried on messages', async () => {
    const messages = ['[INFO] Starting the application', '[ERROR] Terminating the application'];
    expect(await test.api.testMetricFilter({ filterPattern: '"[ERROR]"', logEventMessages: messages })).toEqual({
      matches: [{ eventNumber: 1, eventMessage: messages[1], extractedValues: {} }],
    });
  });
});
