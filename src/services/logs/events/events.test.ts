import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packEvents } from '../../../log-records/index.ts';
import { call, NOW_MS, startLogs, type TestLogs } from '../testing/service.ts';
import { eventId, positionOfEventId } from './event-id.ts';

// API reference of CloudWatch Logs: PutLogEvents, GetLogEvents, FilterLogEvents. Texts as users of AWS report them.
let folder: string;
let logs: TestLogs;
const HERE = { logGroupName: '/app', logStreamName: 'one' };
const HOUR_MS = 3_600_000;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-logs-'));
  logs = await startLogs(folder);
  await logs.api.createLogGroup({ logGroupName: '/app' }, call());
  await logs.api.createLogStream(HERE, call());
});
afterEach(async () => {
  await logs.stop();
  rmSync(folder, { recursive: true });
});

const at = (ms: number, message = `${ms}`) => ({ timestamp: NOW_MS + ms, message });
const put = (logEvents: { timestamp: number; message: string }[], where = HERE) =>
  logs.api.putLogEvents({ ...where, logEvents }, call());
const texts = (events: readonly { readonly message?: string | undefined }[] | undefined) =>
  events?.map(({ message }) => message);

describe('PutLogEvents', () => {
  it.each([
    [
      [],
      "1 validation error detected: Value '[]' at 'logEvents' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [[at(2), at(1)], 'Log events in a single PutLogEvents request must be in chronological order.'],
    [
      [at(-25 * HOUR_MS), at(0)],
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    ],
    [[at(0, 'x'.repeat(1_048_551))], 'Log event too large: 1048577 bytes exceeds limit of 1048576'],
    [
      [at(0, 'x'.repeat(600_000)), at(1, 'x'.repeat(600_000))],
      'Upload too large: 1200052 bytes exceeds limit of 1048576',
    ],
  ])('refuses what breaks its rules', async (events, message) => {
    await expect(put(events)).rejects.toMatchObject({ code: 'InvalidParameterException', statusCode: 400, message });
  });

  it('needs a group and a stream', async () => {
    const code = 'ResourceNotFoundException';
    await expect(put([at(0)], { ...HERE, logStreamName: 'none' })).rejects.toMatchObject({
      code,
      message: 'The specified log stream does not exist.',
    });
    await expect(put([at(0)], { ...HERE, logGroupName: 'none' })).rejects.toMatchObject({
      code,
      message: 'The specified log group does not exist.',
    });
  });

  it('takes what is at most two weeks old and two hours ahead, and says where the rest begins and ends', async () => {
    const ahead = await put([at(2 * HOUR_MS), at(2 * HOUR_MS + 1)]);
    expect(ahead.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
    const limit = -14 * 24 * HOUR_MS;
    const old = await put([at(limit - 2), at(limit - 1), at(limit)]);
    expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 2 });
    const { events } = await logs.api.getLogEvents(HERE, call());
    expect(events?.map(({ timestamp = 0 }) => timestamp - NOW_MS)).toEqual([limit, 2 * HOUR_MS]);
  });

  it('leaves out what the group keeps no longer', async () => {
    await logs.api.putRetentionPolicy({ logGroupName: '/app', retentionInDays: 1 }, call());
    const day = -24 * HOUR_MS;
    expect((await put([at(day - 1), at(day)])).rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 });
  });

  it('takes any sequence token, and gives one', async () => {
    const given = await logs.api.putLogEvents({ ...HERE, logEvents: [at(0)], sequenceToken: 'wrong' }, call());
    expect(given.nextSequenceToken).toMatch(/^\d{56}$/);
  });

  it('says that it is unavailable when the disk is full, which clients try again', async () => {
    await logs.stop();
    logs = await startLogs(folder, { reservedBytes: Number.POSITIVE_INFINITY });
    await logs.api.createLogGroup({ logGroupName: '/app' }, call());
    await expect(put([at(0)])).rejects.toMatchObject({ code: 'ServiceUnavailableException', statusCode: 503 });
    // What stages log is lost, and the operator is told once.
    const scope = { accountId: '111111111111', region: 'us-east-1' };
    const records = packEvents([{ timestampMs: NOW_MS, message: 'm' }]);
    const batch = { scope, logGroup: 'g', logStream: 's', records };
    await logs.service.ingest([batch, batch]);
    expect(logs.warnings).toEqual([
      'The disk takes no log events; they are lost until it does. Requests are served all the same.',
    ]);
  });
});

describe('GetLogEvents', () => {
  it('gives the latest first, and all of them from the head, in order of time either way', async () => {
    await put([at(1), at(2), at(3), at(4), at(5)]);
    expect(texts((await logs.api.getLogEvents({ ...HERE, limit: 2 }, call())).events)).toEqual(['4', '5']);
    const head = await logs.api.getLogEvents({ ...HERE, limit: 2, startFromHead: true }, call());
    expect(texts(head.events)).toEqual(['1', '2']);
    expect(head.nextForwardToken).toMatch(/^f\/\d{56}\/s$/);
    const next = await logs.api.getLogEvents({ ...HERE, nextToken: head.nextForwardToken, limit: 2 }, call());
    expect(texts(next.events)).toEqual(['3', '4']);
    const back = await logs.api.getLogEvents({ ...HERE, nextToken: next.nextBackwardToken }, call());
    expect(texts(back.events)).toEqual(['1', '2']);
  });

  // "If you have reached the end of the stream, it returns the same token you passed in" (GetLogEventsResponse).
  it('gives the token back that led to the end, and new events by it later', async () => {
    await put([at(1)]);
    const { nextForwardToken } = await logs.api.getLogEvents({ ...HERE, startFromHead: true }, call());
    const end = await logs.api.getLogEvents({ ...HERE, nextToken: nextForwardToken }, call());
    expect(end).toMatchObject({ events: [], nextForwardToken });
    const back = await logs.api.getLogEvents({ ...HERE, nextToken: end.nextBackwardToken }, call());
    expect(texts(back.events)).toEqual(['1']);
    const start = await logs.api.getLogEvents({ ...HERE, nextToken: back.nextBackwardToken }, call());
    expect(start).toMatchObject({ events: [], nextBackwardToken: back.nextBackwardToken });
    await put([at(2)]);
    expect(texts((await logs.api.getLogEvents({ ...HERE, nextToken: nextForwardToken }, call())).events)).toEqual([
      '2',
    ]);
  });

  it('gives events from the start time on and before the end time', async () => {
    await put([at(1), at(2), at(3)]);
    const between = { startTime: NOW_MS + 1, endTime: NOW_MS + 3 };
    expect(texts((await logs.api.getLogEvents({ ...HERE, ...between }, call())).events)).toEqual(['1', '2']);
  });

  it('finds its group by name or ARN, not by both, and refuses tokens that it has not given', async () => {
    await put([at(1)]);
    const arn = 'arn:aws:logs:us-east-1:111111111111:log-group:/app';
    for (const logGroupIdentifier of ['/app', arn, `${arn}:*`]) {
      const { events } = await logs.api.getLogEvents({ logGroupIdentifier, logStreamName: 'one' }, call());
      expect(texts(events)).toEqual(['1']);
    }
    await expect(logs.api.getLogEvents({ ...HERE, logGroupIdentifier: '/app' }, call())).rejects.toThrow(
      'LogGroup name and LogGroup ARN are mutually exclusive parameters.',
    );
    await expect(logs.api.getLogEvents({ ...HERE, nextToken: 'f/1/s' }, call())).rejects.toThrow(
      'The specified nextToken is invalid.',
    );
  });
});

describe('FilterLogEvents', () => {
  const two = { ...HERE, logStreamName: 'two' };
  beforeEach(async () => {
    await logs.api.createLogStream(two, call());
    await put([at(1, '{"status":200}'), at(3, '{"status":500}')]);
    await put([at(2, 'ERROR here'), at(4, 'ok')], two);
  });
  const filter = (terms: object) => logs.api.filterLogEvents({ logGroupName: '/app', ...terms }, call());

  it('gives events of all streams in order of time, page by page', async () => {
    const all = await filter({});
    expect(texts(all.events)).toEqual(['{"status":200}', 'ERROR here', '{"status":500}', 'ok']);
    expect(all.nextToken).toBeUndefined();
    const first = await filter({ limit: 3 });
    expect(texts((await filter({ nextToken: first.nextToken })).events)).toEqual(['ok']);
    expect(new Set(all.events?.map((event) => event.eventId)).size).toBe(4);
  });

  it('matches patterns, streams and times, the end time included', async () => {
    expect(texts((await filter({ filterPattern: '{ $.status = 500 }' })).events)).toEqual(['{"status":500}']);
    expect(texts((await filter({ filterPattern: 'ERROR' })).events)).toEqual(['ERROR here']);
    expect(texts((await filter({ logStreamNames: ['two'] })).events)).toEqual(['ERROR here', 'ok']);
    expect(texts((await filter({ logStreamNamePrefix: 'tw', endTime: NOW_MS + 2 })).events)).toEqual(['ERROR here']);
    await expect(filter({ filterPattern: '{ $.status = ' })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
    await expect(filter({ logStreamNames: ['none'] })).rejects.toThrow('The specified log stream does not exist.');
  });

  it('gives the latest first when asked, also on the pages that follow', async () => {
    const first = await filter({ startFromHead: false, startTime: NOW_MS, limit: 3 });
    expect(texts(first.events)).toEqual(['ok', '{"status":500}', 'ERROR here']);
    expect(texts((await filter({ nextToken: first.nextToken })).events)).toEqual(['{"status":200}']);
    await expect(filter({ startFromHead: false })).rejects.toMatchObject({ code: 'InvalidParameterException' });
  });
});

// The example of the API reference's GetLogEvents, whose event is of 2014-07-31: ids begin with the time.
it('ids of events are 56 digits that begin as AWS’s do, and tell their position', () => {
  const position = { timestampMs: 1_396_035_378_988, sequence: 1_396_035_394_997_000 };
  expect(eventId(position)).toMatch(/^3113\d{52}$/);
  expect(positionOfEventId(eventId(position))).toEqual(position);
  expect(positionOfEventId('31')).toBeUndefined();
});
