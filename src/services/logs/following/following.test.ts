import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FollowedLogs, startFollowedLogs } from '../testing/followed-logs.ts';
import { NOW_MS } from '../testing/service.ts';

let test: FollowedLogs;
let stop: () => Promise<void>;
beforeEach(async () => {
  test = await startFollowedLogs();
  await test.makeGroup('app');
  stop = await test.service.follow();
});
afterEach(async () => {
  await stop();
  await test.close();
});

async function putFilter(filterPattern: string, transformation: object = {}, filterName = 'f'): Promise<void> {
  const metricTransformations = [{ metricName: 'M', metricNamespace: 'N', metricValue: '1', ...transformation }];
  await test.api.putMetricFilter(
    { logGroupName: 'app', filterName, filterPattern, metricTransformations },
    test.call(),
  );
}

async function subscribe(filterPattern: string): Promise<void> {
  const destinationArn = 'arn:aws:lambda:eu-west-1:111111111111:function:reader';
  const filter = { logGroupName: 'app', filterName: 's', filterPattern, destinationArn };
  await test.api.putSubscriptionFilter(filter, test.call());
  test.calls.length = 0;
}

function received() {
  return test.calls.map(({ payload }) => {
    const { awslogs } = JSON.parse(Buffer.from(payload).toString());
    return JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString());
  });
}

describe('metrics of events', () => {
  // User guide, "Using values in log events to increment a metric's value", "Publishing dimensions".
  it('have values and dimensions of fields, equal values counted', async () => {
    await putFilter('{ $.latency = * }', {
      metricValue: '$.latency',
      dimensions: { Path: '$.path' },
      unit: 'Milliseconds',
    });
    const slow = '{"latency":50,"path":"/a"}';
    await test.put(
      'app',
      slow,
      slow,
      '{"latency":7,"path":"/a"}',
      '{"latency":"many","path":"/a"}',
      '{"latency":1}',
      'no',
    );
    await vi.waitFor(() => expect(test.metrics).toHaveLength(1), 10_000);
    expect(test.metrics).toEqual([
      {
        namespace: 'N',
        metricName: 'M',
        unit: 'Milliseconds',
        dimensions: [{ name: 'Path', value: '/a' }],
        timestampMs: NOW_MS,
        storageResolution: 60,
        sample: { values: [50, 7], counts: [2, 1] },
      },
    ]);
  });

  // User guide, "Configuring metric values for a metric filter": two records a minute, matches in the first minute alone.
  it('have the default value for minutes in which nothing matched', async () => {
    await putFilter('ERROR', { defaultValue: 0 });
    await test.put('app', 'ERROR 1', 'ERROR 2');
    test.clock.nowMs += 60_000;
    await test.put('app', 'INFO', 'INFO');
    await vi.waitFor(() => expect(test.metrics).toHaveLength(2), 10_000);
    const seen = test.metrics.map(({ timestampMs, sample }) => [timestampMs - NOW_MS, sample]);
    expect(seen).toEqual([
      [0, { values: [1], counts: [2] }],
      [60_000, { values: [0], counts: [1] }],
    ]);
  });

  it.each([
    ['filter is gone', () => test.api.deleteMetricFilter({ logGroupName: 'app', filterName: 'f' }, test.call())],
    ['group is gone', () => test.api.deleteLogGroup({ logGroupName: 'app' }, test.call())],
    ['server was reset', () => test.reset()],
  ])('have no default value of a minute at whose end the %s', async (_, remove) => {
    await putFilter('ERROR', { defaultValue: 0 });
    let goOn: () => void = () => undefined;
    const removed = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const sleep = vi.fn(() => removed);
    test.outcome.sleep = sleep;
    await test.put('app', 'INFO');
    await vi.waitFor(() => expect(sleep).toHaveBeenCalled(), 10_000);
    await remove();
    goOn();
    await vi.waitFor(() => expect(test.clock.nowMs).toBeGreaterThan(NOW_MS + 65_000), 10_000);
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    expect(test.metrics).toEqual([]);
  });

  it('follow a filter that changes, and are made of embedded metrics', async () => {
    await putFilter('A');
    await test.put('app', 'A');
    await vi.waitFor(() => expect(test.metrics).toHaveLength(1), 10_000);
    await putFilter('B', { metricName: 'Other' });
    const directive = { Namespace: 'E', Dimensions: [[]], Metrics: [{ Name: 'm', StorageResolution: 1 }] };
    const embedded = { _aws: { Timestamp: NOW_MS + 1500, CloudWatchMetrics: [directive] }, m: [1, 2] };
    await test.put('app', 'A', 'B', JSON.stringify(embedded));
    await vi.waitFor(() => expect(test.metrics).toHaveLength(3), 10_000);
    expect(test.metrics.slice(1).map(({ metricName, timestampMs }) => [metricName, timestampMs - NOW_MS])).toEqual([
      ['Other', 0],
      ['m', 1000],
    ]);
  });

  it('are lost alone when the store does not take them, and events come in meanwhile', async () => {
    await putFilter('A');
    test.outcome.put = async () => {
      throw new Error('full');
    };
    await test.put('app', 'A');
    await vi.waitFor(() => expect(test.warnings).toEqual(['Metrics of log events could not be kept.']), 10_000);
    delete test.outcome.put;
    await test.put('app', 'A');
    await vi.waitFor(() => expect(test.metrics).toHaveLength(1), 10_000);
  });

  it('keep no writer waiting: what does not fit into the queue is passed over, and told once', async () => {
    await putFilter('A');
    let release: (() => void) | undefined;
    test.outcome.put = () => new Promise((resolve) => (release = resolve));
    await test.put('app', 'A');
    await vi.waitFor(() => expect(release).toBeDefined(), 10_000);
    const large = 'x'.repeat(900_000);
    for (let n = 0; n < 60; n += 1) await test.put('app', large);
    expect(test.warnings).toContain('Metric and subscription filters cannot keep up: log events are passed over.');
    delete test.outcome.put;
    release?.();
    await vi.waitFor(() => expect(test.warnings.at(-1)).toBe('Metric and subscription filters keep up again.'), 10_000);
  });
});

describe('subscriptions', () => {
  // User guide, "Log group-level subscription filters", "Example 2: Subscription filters with AWS Lambda".
  it('call a function with what matched', async () => {
    await subscribe('?ERROR ?WARN');
    await test.put('app', 'ERROR 1', 'INFO', 'WARN 2');
    await vi.waitFor(() => expect(test.calls).toHaveLength(1), 10_000);
    expect(test.calls[0]).toMatchObject({
      type: 'Event',
      source: { principal: 'logs.amazonaws.com', sourceArn: 'arn:aws:logs:eu-west-1:111111111111:log-group:app:*' },
    });
    const id = expect.stringMatching(/^\d{56}$/);
    expect(received()).toEqual([
      {
        messageType: 'DATA_MESSAGE',
        owner: '111111111111',
        logGroup: 'app',
        logStream: 'one',
        subscriptionFilters: ['s'],
        logEvents: [
          { id, timestamp: NOW_MS, message: 'ERROR 1' },
          { id, timestamp: NOW_MS, message: 'WARN 2' },
        ],
      },
    ]);
  });

  it('cut what is too large for one call', async () => {
    await subscribe('');
    // Random text is not made small by gzip.
    const noise = () => Array.from({ length: 100_000 }, () => String.fromCharCode(33 + Math.random() * 90)).join('');
    await test.put('app', noise(), noise(), noise(), noise());
    await vi.waitFor(() => expect(received().flatMap(({ logEvents }) => logEvents)).toHaveLength(4), 10_000);
    expect(test.calls.length).toBeGreaterThan(1);
    for (const { payload } of test.calls) expect(payload.length).toBeLessThanOrEqual(200_000);
  });

  it('tell the operator when a function cannot be called', async () => {
    await subscribe('');
    test.outcome.call = { kind: 'refused', reason: 'NotFound', message: 'Function not found' };
    await test.put('app', 'a');
    await test.put('app', 'b');
    await vi.waitFor(() => expect(test.calls).toHaveLength(2), 10_000);
    await stop();
    expect(test.warnings).toEqual(['Events of a log group do not reach the function that subscribes to them.']);
  });

  // Texts as users of AWS report them.
  it.each([
    ['arn:aws:kinesis:eu-west-1:111111111111:stream/s', 'NotImplementedException', 'subscription filters to kinesis'],
    ['arn:aws:sqs:eu-west-1:111111111111:q', 'InvalidParameterException', 'Invalid destination ARN'],
    [
      'arn:aws:lambda:eu-west-1:111111111111:function:self',
      'InvalidParameterException',
      'The log group provided is reserved for the function logs of the destination function.',
    ],
  ])('are refused for %s', async (destinationArn, code, message) => {
    await test.makeGroup('/aws/lambda/self');
    const filter = { logGroupName: '/aws/lambda/self', filterName: 's', filterPattern: '', destinationArn };
    await expect(test.api.putSubscriptionFilter(filter, test.call())).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('are two to a group', async () => {
    const destinationArn = 'arn:aws:lambda:eu-west-1:111111111111:function:reader';
    const put = (filterName: string) =>
      test.api.putSubscriptionFilter(
        { logGroupName: 'app', filterName, filterPattern: '', destinationArn },
        test.call(),
      );
    await put('a');
    await put('b');
    await put('b');
    await expect(put('c')).rejects.toMatchObject({
      code: 'LimitExceededException',
      message: 'Resource limit exceeded.',
    });
  });
});
