import { expect, it } from 'vitest';
import { call } from '../testing/service.ts';
import { logsAccess } from './access.ts';

// The resources that AWS names when it refuses, as users report them; `LogGroup.arn` for those of tags.
it.each([
  ['PutLogEvents', { logGroupName: '/app', logStreamName: 's' }, 'log-group:/app:log-stream:s'],
  ['DescribeLogGroups', {}, 'log-group::log-stream:'],
  ['DescribeLogStreams', { logGroupName: '/app' }, 'log-group:/app:log-stream:'],
  [
    'FilterLogEvents',
    { logGroupIdentifier: 'arn:aws:logs:us-east-1:111111111111:log-group:/app' },
    'log-group:/app:log-stream:',
  ],
  ['TagResource', { resourceArn: 'arn:aws:logs:us-east-1:111111111111:log-group:/app:*' }, 'log-group:/app'],
])('%s is an action on what it names', async (name, input, resource) => {
  const demands = await logsAccess({ name }, input, call());
  expect(demands[0]).toMatchObject({
    action: `logs:${name}`,
    resource: `arn:aws:logs:us-east-1:111111111111:${resource}`,
  });
});
