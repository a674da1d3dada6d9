import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogs, type StartLiveTailResponseStream } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clients, runProgram } from '../support/client-program.ts';
import { clientEnvironment, credentials, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// What becomes of log events: metrics and alarms, calls of functions, answers to queries, a session that follows them.
let server: Sallyport;
let client: Sdk;
let metrics: CloudWatch;

beforeAll(async () => {
  server = await startSallyport(['--ephemeral']);
  client = sdk(server.controlUrl);
  metrics = new CloudWatch({ endpoint: server.controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 });
});
afterAll(() => server.stop());

async function makeStream(logGroupName: string): Promise<void> {
  await client.logs.createLogGroup({ logGroupName });
  await client.logs.createLogStream({ logGroupName, logStreamName: 'one' });
}

async function put(logGroupName: string, ...messages: string[]): Promise<void> {
  const timestamp = Date.now();
  const logEvents = messages.map((message) => ({ timestamp, message }));
  await client.logs.putLogEvents({ logGroupName, logStreamName: 'one', logEvents });
}

/** Asks again until there is an answer. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    await sleep(50);
  }
}

async function sumOf(Namespace: string, MetricName: string): Promise<number | undefined> {
  const { Datapoints = [] } = await metrics.getMetricStatistics({
    Namespace,
    MetricName,
    StartTime: new Date(Date.now() - 600_000),
    EndTime: new Date(Date.now() + 600_000),
    Period: 60,
    Statistics: ['Sum'],
  });
  return Datapoints.length === 0 ? undefined : Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
}

describe.skipIf(!clients.awsCli)('filters and queries with the AWS CLI (needs aws)', () => {
  async function aws(...args: readonly string[]): Promise<unknown> {
    const all = ['--endpoint-url', server.controlUrl, '--output', 'json', ...args];
    const { status, stdout, stderr } = await runProgram('aws', all, clientEnvironment(server));
    if (status !== 0) throw new Error(stderr);
    return stdout.trim() === '' ? undefined : JSON.parse(stdout);
  }

  // User guide, "Create a metric filter for a log group". What an alarm makes of such a metric: test/alarms.
  test('a metric filter counts what it finds', async () => {
    await makeStream('orders');
    const pattern = ['--filter-name', 'failures', '--filter-pattern', '{ $.level = "ERROR" }'];
    const transformation = 'metricName=Failures,metricNamespace=Orders,metricValue=1';
    const metric = ['--metric-transformations', transformation];
    await aws('logs', 'put-metric-filter', '--log-group-name', 'orders', ...pattern, ...metric);
    await put('orders', '{"level":"INFO"}', '{"level":"ERROR"}', '{"level":"ERROR"}');
    expect(await eventually(() => sumOf('Orders', 'Failures'))).toBe(2);
  });

  // User guide, CWL_QuerySyntax-examples, "Queries for Amazon API Gateway".
  test('a query is started and answered', async () => {
    await makeStream('access');
    await put('access', ...[200, 404, 500].map((status) => JSON.stringify({ status, path: `/${status}` })));
    const now = Math.floor(Date.now() / 1000);
    const times = ['--start-time', String(now - 600), '--end-time', String(now)];
    const query = 'fields status, path | filter status>=400 and status<=499 | sort @timestamp desc | limit 10';
    const started = await aws('logs', 'start-query', '--log-group-name', 'access', ...times, '--query-string', query);
    const { queryId } = started as { readonly queryId: string };
    const answer = await eventually(async () => {
      const found = (await aws('logs', 'get-query-results', '--query-id', queryId)) as Record<string, unknown>;
      return found.status === 'Complete' ? found : undefined;
    });
    expect(answer).toMatchObject({
      results: [[{ field: 'status', value: '404' }, { field: 'path', value: '/404' }, { field: '@ptr' }]],
      statistics: { recordsMatched: 1, recordsScanned: 3 },
    });
  });
});

test('a query that is none is refused, with its place', async () => {
  await makeStream('places');
  const query = { logGroupName: 'places', startTime: 0, endTime: 1, queryString: 'fields a | count()' };
  await expect(client.logs.startQuery(query)).rejects.toMatchObject({
    name: 'MalformedQueryException',
    message: 'unexpected symbol found count at line 1 and position 11',
    queryCompileError: { location: { startCharOffset: 11, endCharOffset: 16 } },
  });
});

// CloudWatch user guide, "Embedding metrics within logs"; the format's specification.
test('embedded metrics of a line that a function writes', async () => {
  const code = `exports.handler = async () => {
    const metric = { Namespace: 'Shop', Dimensions: [[]], Metrics: [{ Name: 'Sold', Unit: 'Count' }] };
    process.stdout.write(JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metric] }, Sold: [3, 4] }) + '\\n');
  };`;
  await createFunction('seller', code);
  await client.functions.invoke({ FunctionName: 'seller' });
  expect(await eventually(() => sumOf('Shop', 'Sold'))).toBe(7);
});

// User guide, "Log group-level subscription filters", "Example 2: Subscription filters with AWS Lambda".
test('a function that subscribes is called with what a filter matches', async () => {
  await makeStream('source');
  const code = `exports.handler = async (event) => { console.log('called with ' + event.awslogs.data); };`;
  const destinationArn = await createFunction('reader', code);
  const filter = { logGroupName: 'source', filterName: 'wrong', filterPattern: '[level=ERROR, text]', destinationArn };
  await expect(client.logs.putSubscriptionFilter(filter)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
  });
  await client.functions.addPermission({
    FunctionName: 'reader',
    StatementId: 'logs',
    Principal: 'logs.amazonaws.com',
    Action: 'lambda:InvokeFunction',
    SourceArn: 'arn:aws:logs:us-east-1:000000000000:log-group:source:*',
  });
  await client.logs.putSubscriptionFilter(filter);
  await put('source', 'INFO all is well', 'ERROR nothing is well');
  const line = await eventually(async () => {
    const found = await client.logs
      .filterLogEvents({ logGroupName: '/aws/lambda/reader', filterPattern: '"called with"' })
      .catch(() => ({ events: [] }));
    return found.events?.[0]?.message;
  });
  const data = known(/called with (\S+)/.exec(line)?.[1]);
  expect(JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString())).toEqual({
    messageType: 'DATA_MESSAGE',
    owner: '000000000000',
    logGroup: 'source',
    logStream: 'one',
    subscriptionFilters: ['wrong'],
    logEvents: [
      {
        id: expect.stringMatching(/^\d{56}$/),
        timestamp: expect.any(Number),
        message: 'ERROR nothing is well',
        extractedFields: { level: 'ERROR', text: 'nothing is well' },
      },
    ],
  });
});

// API reference, StartLiveTail. The SDK's own host would be streaming-127.0.0.1.
test('a Live Tail session tells what comes in', async () => {
  await makeStream('live');
  const options = { endpoint: server.controlUrl, region: 'us-east-1', credentials, disableHostPrefix: true };
  const tailing = new CloudWatchLogs(options);
  const arn = 'arn:aws:logs:us-east-1:000000000000:log-group:live';
  const { responseStream } = await tailing.startLiveTail({
    logGroupIdentifiers: [arn],
    logEventFilterPattern: 'wanted',
  });
  const seen: StartLiveTailResponseStream[] = [];
  for await (const event of known(responseStream)) {
    seen.push(event);
    if (event.sessionStart) await put('live', 'wanted 1', 'other', 'wanted 2');
    if (event.sessionUpdate?.sessionResults?.length) break;
  }
  tailing.destroy();
  expect(seen[0]?.sessionStart).toMatchObject({ logGroupIdentifiers: [arn], logEventFilterPattern: 'wanted' });
  const update = known(seen.at(-1)?.sessionUpdate);
  expect(update.sessionMetadata).toEqual({ sampled: false });
  expect(update.sessionResults?.map(({ message }) => message)).toEqual(['wanted 1', 'wanted 2']);
  expect(update.sessionResults?.[0]).toMatchObject({ logStreamName: 'one', logGroupIdentifier: '000000000000:live' });
});

// Results hold what events said, so they go with them.
test('POST /_sallyport/reset forgets queries', async () => {
  const emptied = await startSallyport(['--ephemeral']);
  try {
    const { logs } = sdk(emptied.controlUrl);
    await logs.createLogGroup({ logGroupName: 'gone' });
    const query = { logGroupName: 'gone', startTime: 0, endTime: 1, queryString: 'fields @message' };
    const { queryId } = await logs.startQuery(query);
    expect((await logs.describeQueries({})).queries).toMatchObject([{ queryId }]);
    await fetch(`${emptied.controlUrl}/_sallyport/reset`, { method: 'POST' });
    await expect(logs.getQueryResults({ queryId })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect((await logs.describeQueries({})).queries).toEqual([]);
  } finally {
    await emptied.stop();
  }
});

async function createFunction(FunctionName: string, code: string): Promise<string> {
  const { FunctionArn } = await client.functions.createFunction({
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/any',
    Code: { ZipFile: createZip({ 'index.js': code }) },
  });
  return known(FunctionArn);
}
