import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FollowedLogs, startFollowedLogs } from '../testing/followed-logs.ts';
import type { In } from '../types.ts';

// API reference, `DescribeSubscriptionFilters`, `DeleteSubscriptionFilter`; texts as users of AWS report them.
let test: FollowedLogs;
beforeEach(async () => {
  test = await startFollowedLogs();
  await test.makeGroup('app');
});
afterEach(() => test.close());

const READER = 'arn:aws:lambda:eu-west-1:111111111111:function:reader';
const put = (filterName: string, more: Partial<In<'putSubscriptionFilter'>> = {}) =>
  test.api.putSubscriptionFilter(
    { logGroupName: 'app', filterName, filterPattern: 'ERROR', destinationArn: READER, ...more },
    test.call(),
  );
const describeAll = (more: Partial<In<'describeSubscriptionFilters'>> = {}) =>
  test.api.describeSubscriptionFilters({ logGroupName: 'app', ...more }, test.call());
const names = async (more: Partial<In<'describeSubscriptionFilters'>> = {}) =>
  (await describeAll(more)).subscriptionFilters?.map(({ filterName }) => filterName);
const remove = (filterName: string, logGroupName = 'app') =>
  test.api.deleteSubscriptionFilter({ logGroupName, filterName }, test.call());
const noFilter = {
  code: 'ResourceNotFoundException',
  message: 'The specified subscription filter does not exist.',
};
const noGroup = { code: 'ResourceNotFoundException', message: 'The specified log group does not exist.' };

it('a filter is described as it was put, with when it was made first', async () => {
  expect(await describeAll()).toEqual({ subscriptionFilters: [] });
  const creationTime = test.clock.nowMs;
  await put('a');
  test.clock.nowMs += 60_000;
  const described = {
    filterName: 'a',
    logGroupName: 'app',
    filterPattern: 'ERROR',
    destinationArn: READER,
    distribution: 'ByLogStream',
    applyOnTransformedLogs: false,
    creationTime,
  };
  expect(await describeAll()).toEqual({ subscriptionFilters: [described] });
  await put('a', { filterPattern: '', destinationArn: `${READER}:live`, distribution: 'Random' });
  expect(await describeAll()).toEqual({
    subscriptionFilters: [
      { ...described, filterPattern: '', destinationArn: `${READER}:live`, distribution: 'Random' },
    ],
  });
});

it('filters are told by a prefix, in ASCII order, page by page', async () => {
  await test.makeGroup('other');
  await put('b-two');
  await put('Z');
  await put('elsewhere', { logGroupName: 'other' });
  expect(await names()).toEqual(['Z', 'b-two']);
  expect(await names({ filterNamePrefix: 'b' })).toEqual(['b-two']);
  expect(await names({ filterNamePrefix: 'two' })).toEqual([]);
  const first = await describeAll({ limit: 1 });
  expect(first.subscriptionFilters).toMatchObject([{ filterName: 'Z' }]);
  const second = await describeAll({ limit: 1, nextToken: first.nextToken });
  expect(second.subscriptionFilters).toMatchObject([{ filterName: 'b-two' }]);
  expect(second).not.toHaveProperty('nextToken');
});

it.each<[Partial<In<'describeSubscriptionFilters'>>, object]>([
  [{ limit: 0 }, { code: 'InvalidParameterException' }],
  [{ limit: 51 }, { code: 'InvalidParameterException' }],
  [{ filterNamePrefix: 'a:b' }, { code: 'InvalidParameterException' }],
  [{ nextToken: 'nonsense' }, { code: 'InvalidParameterException' }],
  [{ logGroupName: 'a b' }, { code: 'InvalidParameterException' }],
  [{ logGroupName: 'nowhere' }, noGroup],
])('filters are not listed by %j', async (more, expected) => {
  await expect(describeAll(more)).rejects.toMatchObject(expected);
});

it('a filter that is deleted is gone, once, and makes room', async () => {
  await put('a');
  await put('b');
  await expect(put('c')).rejects.toMatchObject({ code: 'LimitExceededException' });
  await remove('a');
  expect(await names()).toEqual(['b']);
  await expect(remove('a')).rejects.toMatchObject(noFilter);
  await put('c');
  expect(await names()).toEqual(['b', 'c']);
});

it('a filter is deleted from its own group alone, by a name that filters can have', async () => {
  await test.makeGroup('other');
  await put('a');
  await expect(remove('a', 'other')).rejects.toMatchObject(noFilter);
  await expect(remove('a', 'nowhere')).rejects.toMatchObject(noGroup);
  await expect(remove('a*')).rejects.toMatchObject({ code: 'InvalidParameterException' });
  expect(await names()).toEqual(['a']);
});

it('a group that is deleted takes its filters with it', async () => {
  await put('a');
  await test.api.deleteLogGroup({ logGroupName: 'app' }, test.call());
  await expect(names()).rejects.toMatchObject(noGroup);
  await test.makeGroup('app');
  expect(await names()).toEqual([]);
});
