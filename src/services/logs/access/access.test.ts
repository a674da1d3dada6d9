import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FollowedLogs, startFollowedLogs } from '../testing/followed-logs.ts';
import { NOW_MS } from '../testing/service.ts';

let test: FollowedLogs;
beforeEach(async () => {
  test = await startFollowedLogs();
});
afterEach(() => test.close());

/** What stands behind the account in the resource of each demand. */
async function resourcesOf(name: string, input: Record<string, unknown>): Promise<readonly string[]> {
  const demands = await test.service.access({ name }, input, test.call());
  for (const { action } of demands) expect(action).toBe(`logs:${name}`);
  return demands.map(({ resource }) => resource.replace('arn:aws:logs:eu-west-1:111111111111:', ''));
}

// The resources that AWS names when it refuses, as users report them; `LogGroup.arn` for those of tags.
it.each([
  ['PutLogEvents', { logGroupName: '/app', logStreamName: 's' }, 'log-group:/app:log-stream:s'],
  ['DescribeLogGroups', {}, 'log-group::log-stream:'],
  ['DescribeLogStreams', { logGroupName: '/app' }, 'log-group:/app:log-stream:'],
  [
    'FilterLogEvents',
    { logGroupIdentifier: 'arn:aws:logs:eu-west-1:111111111111:log-group:/app' },
    'log-group:/app:log-stream:',
  ],
  ['TagResource', { resourceArn: 'arn:aws:logs:eu-west-1:111111111111:log-group:/app:*' }, 'log-group:/app'],
  ['StartQuery', { logGroupNames: ['/a', '/b'] }, 'log-group:/a:log-stream:', 'log-group:/b:log-stream:'],
  ['StopQuery', { queryId: 'q' }, '*'],
])('%s is an action on what it names: %j', async (name, input, ...resources) => {
  expect(await resourcesOf(name, input)).toEqual(resources);
});

// Service Authorization Reference: `GetQueryResults` and `GetLogRecord` are actions on log groups, which their ids do not show.
it('what a query found is of the groups that it looked through', async () => {
  await test.makeGroup('a');
  await test.makeGroup('b');
  await test.put('b', 'hidden');
  const window = { startTime: NOW_MS / 1000 - 600, endTime: NOW_MS / 1000 + 600 };
  const query = { ...window, queryString: 'fields @message', logGroupNames: ['a', 'b'] };
  const { queryId = '' } = await test.api.startQuery(query, test.call());
  expect(await resourcesOf('GetQueryResults', { queryId })).toEqual([
    'log-group:a:log-stream:',
    'log-group:b:log-stream:',
  ]);
  const { results = [] } = await vi.waitFor(async () => {
    const answer = await test.api.getQueryResults({ queryId }, test.call());
    expect(answer.status).toBe('Complete');
    return answer;
  }, 10_000);
  const logRecordPointer = results[0]?.find(({ field }) => field === '@ptr')?.value;
  expect(await resourcesOf('GetLogRecord', { logRecordPointer })).toEqual(['log-group:b:log-stream:']);
});

it.each([
  ['GetQueryResults', { queryId: 'nobody’s' }],
  ['GetLogRecord', { logRecordPointer: 'nobody’s' }],
])('%s with an id that nobody gave is as on all groups', async (name, input) => {
  expect(await resourcesOf(name, input)).toEqual(['log-group::log-stream:']);
});
