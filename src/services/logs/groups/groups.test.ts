import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, NOW_MS, startLogs, type TestLogs } from '../testing/service.ts';

// API reference of CloudWatch Logs; "recorded" is localstack's snapshot of test_create_and_delete_log_stream.
let folder: string;
let logs: TestLogs;
let api: TestLogs['api'];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-logs-'));
  logs = await startLogs(folder);
  api = logs.api;
});
afterEach(async () => {
  await logs.stop();
  rmSync(folder, { recursive: true });
});

const create = (logGroupName: string, more: object = {}) => api.createLogGroup({ logGroupName, ...more }, call());
const ARN = 'arn:aws:logs:us-east-1:111111111111:log-group:';

describe('log groups', () => {
  it('are described with their settings, by a pattern with their names alone (recorded)', async () => {
    await create('/aws/lambda/pets');
    await api.putRetentionPolicy({ logGroupName: '/aws/lambda/pets', retentionInDays: 14 }, call());
    expect((await api.describeLogGroups({ logGroupNamePrefix: '/aws' }, call())).logGroups).toEqual([
      {
        logGroupName: '/aws/lambda/pets',
        creationTime: NOW_MS,
        arn: `${ARN}/aws/lambda/pets:*`,
        logGroupArn: `${ARN}/aws/lambda/pets`,
        retentionInDays: 14,
        metricFilterCount: 0,
        storedBytes: 0,
        logGroupClass: 'STANDARD',
        deletionProtectionEnabled: false,
      },
    ]);
    expect((await api.describeLogGroups({ logGroupNamePattern: 'pets' }, call())).logGroups).toEqual([
      { logGroupName: '/aws/lambda/pets', creationTime: NOW_MS, arn: `${ARN}/aws/lambda/pets:*` },
    ]);
    const both = { logGroupNamePrefix: 'a', logGroupNamePattern: 'a' };
    await expect(api.describeLogGroups(both, call())).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: 'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    });
  });

  it('come page by page, by name, in their own region', async () => {
    for (const name of ['c', 'a', 'b']) await create(name);
    const first = await api.describeLogGroups({ limit: 2 }, call());
    expect(first.logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(['a', 'b']);
    const rest = await api.describeLogGroups({ nextToken: first.nextToken }, call());
    expect(rest.logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(['c']);
    expect((await api.describeLogGroups({}, call({ region: 'eu-west-1' }))).logGroups).toEqual([]);
    await expect(api.describeLogGroups({ nextToken: 'none' }, call())).rejects.toThrow(
      'The specified nextToken is invalid.',
    );
    await expect(api.describeLogGroups({ limit: 51 }, call())).rejects.toThrow(
      "Value '51' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50",
    );
  });

  it('are listed by patterns, of which one begins a name', async () => {
    for (const name of ['/aws/lambda/pets', 'discovery', 'other/aws/lambda']) await create(name);
    const listed = await api.listLogGroups({ logGroupNamePattern: '^/aws/lambda|discovery' }, call());
    expect(listed.logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(['/aws/lambda/pets', 'discovery']);
  });

  it('have one name each, of certain characters', async () => {
    await create('a');
    await expect(create('a')).rejects.toMatchObject({
      code: 'ResourceAlreadyExistsException',
      message: 'The specified log group already exists',
    });
    await expect(create('a b')).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message:
        "1 validation error detected: Value 'a b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
    });
    await expect(create('b', { kmsKeyId: 'arn:aws:kms:us-east-1:111111111111:key/k' })).rejects.toMatchObject({
      code: 'NotImplementedException',
      statusCode: 501,
    });
  });

  it('go with their streams and events, unless they are protected', async () => {
    await create('a', { deletionProtectionEnabled: true });
    await api.createLogStream({ logGroupName: 'a', logStreamName: 's' }, call());
    await expect(api.deleteLogGroup({ logGroupName: 'a' }, call())).rejects.toMatchObject({
      code: 'InvalidOperationException',
    });
    await api.putLogGroupDeletionProtection(
      { logGroupIdentifier: `${ARN}a`, deletionProtectionEnabled: false },
      call(),
    );
    await api.deleteLogGroup({ logGroupName: 'a' }, call());
    await expect(api.deleteLogGroup({ logGroupName: 'a' }, call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
    await create('a');
    expect((await api.describeLogStreams({ logGroupName: 'a' }, call())).logStreams).toEqual([]);
  });

  // As a user of AWS reported it (aws-cdk issue 1343).
  it('keep events for ever or for certain numbers of days, then let go of them', async () => {
    await create('a');
    await expect(api.putRetentionPolicy({ logGroupName: 'a', retentionInDays: 730 }, call())).rejects.toThrow(
      /^Invalid retention value\. Valid values are: \[1, 3, 5, 7, 14, 30, .*3653\]$/,
    );
    const here = { logGroupName: 'a', logStreamName: 's' };
    await api.createLogStream(here, call());
    await api.putLogEvents({ ...here, logEvents: [{ timestamp: NOW_MS - 172_800_000, message: 'old' }] }, call());
    await api.putLogEvents({ ...here, logEvents: [{ timestamp: NOW_MS, message: 'new' }] }, call());
    await api.putRetentionPolicy({ logGroupName: 'a', retentionInDays: 1 }, call());
    const messages = async () => (await api.getLogEvents(here, call())).events?.map(({ message }) => message);
    expect(await messages()).toEqual(['new']);
    await logs.service.expire();
    await api.deleteRetentionPolicy({ logGroupName: 'a' }, call());
    // The file held something newer, too.
    expect(await messages()).toEqual(['old', 'new']);
  });
});

describe('tags', () => {
  // Recorded: localstack's snapshot of test_list_tags_log_group.
  it('are given by ARN and by name', async () => {
    await create('a', { tags: { env: 'testing1' } });
    await api.tagResource({ resourceArn: `${ARN}a`, tags: { test1: 'val1', test2: 'val2' } }, call());
    await api.tagLogGroup({ logGroupName: 'a', tags: { test3: 'val3' } }, call());
    const tags = { env: 'testing1', test1: 'val1', test2: 'val2', test3: 'val3' };
    expect(await api.listTagsForResource({ resourceArn: `${ARN}a` }, call())).toEqual({ tags });
    expect(await api.listTagsLogGroup({ logGroupName: 'a' }, call())).toEqual({ tags });
    await api.untagLogGroup({ logGroupName: 'a', tags: ['env', 'test1'] }, call());
    await api.untagResource({ resourceArn: `${ARN}a:*`, tagKeys: ['test3'] }, call());
    expect(await api.listTagsLogGroup({ logGroupName: 'a' }, call())).toEqual({ tags: { test2: 'val2' } });
  });

  it('are 50 at most, and none of AWS’s own', async () => {
    await create('a');
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, 'v']));
    const resourceArn = `${ARN}a`;
    await expect(api.tagResource({ resourceArn, tags: many }, call())).rejects.toMatchObject({
      code: 'TooManyTagsException',
    });
    await expect(api.tagResource({ resourceArn, tags: { 'aws:x': 'v' } }, call())).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
    await expect(api.listTagsForResource({ resourceArn: `${ARN}none` }, call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});

describe('log streams', () => {
  it('are described by name or by their latest event', async () => {
    await create('a');
    for (const logStreamName of ['x', 'y', 'empty'])
      await api.createLogStream({ logGroupName: 'a', logStreamName }, call());
    const put = (logStreamName: string, ms: number) =>
      api.putLogEvents(
        { logGroupName: 'a', logStreamName, logEvents: [{ timestamp: NOW_MS + ms, message: 'm' }] },
        call(),
      );
    await put('x', 2);
    await put('y', 1);
    const named = await api.describeLogStreams({ logGroupName: 'a' }, call());
    expect(named.logStreams?.[0]).toEqual({
      logStreamName: 'empty',
      creationTime: NOW_MS,
      arn: `${ARN}a:log-stream:empty`,
      storedBytes: 0,
    });
    expect(named.logStreams?.[1]).toMatchObject({
      logStreamName: 'x',
      firstEventTimestamp: NOW_MS + 2,
      lastEventTimestamp: NOW_MS + 2,
      lastIngestionTime: NOW_MS,
    });
    const latest = await api.describeLogStreams(
      { logGroupIdentifier: `${ARN}a`, orderBy: 'LastEventTime', descending: true, limit: 2 },
      call(),
    );
    expect(latest.logStreams?.map(({ logStreamName }) => logStreamName)).toEqual(['x', 'y']);
    const byTime = { logGroupName: 'a', orderBy: 'LastEventTime', logStreamNamePrefix: 'x' };
    await expect(api.describeLogStreams(byTime, call())).rejects.toThrow(
      'Cannot order by LastEventTime with a logStreamNamePrefix.',
    );
  });

  it('have one name each, and go with their events', async () => {
    await create('a');
    const here = { logGroupName: 'a', logStreamName: 's' };
    await api.createLogStream(here, call());
    await expect(api.createLogStream(here, call())).rejects.toMatchObject({
      code: 'ResourceAlreadyExistsException',
      message: 'The specified log stream already exists',
    });
    await api.deleteLogStream(here, call());
    await expect(api.deleteLogStream(here, call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
    await expect(api.createLogStream({ ...here, logStreamName: 'a:b' }, call())).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });
});
