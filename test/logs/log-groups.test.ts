import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { FilteredLogEvent, FilterLogEventsRequest } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentials, type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { deployProxy, known, logRequests, type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';
import { createZip } from '../support/zip.ts';

// What stages and functions log, read as users of AWS read it: by the API of CloudWatch Logs.
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let server: Sallyport;
let client: Sdk;

beforeAll(async () => {
  folder = await temporaryFolder();
  upstream = await startUpstream((_request, response) => response.end('served'));
  server = await startSallyport(['--data-dir', folder.path, '--workers', '2']);
  client = sdk(server.controlUrl);
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
  await folder.remove();
});

/** The events of a group, when there are so many. */
async function events(
  logGroupName: string,
  count: number,
  wanted: Partial<FilterLogEventsRequest> = {},
): Promise<readonly FilteredLogEvent[]> {
  for (;;) {
    const { events: found = [] } = await client.logs
      .filterLogEvents({ logGroupName, ...wanted })
      .catch((error: Error) => {
        // The first event makes the group.
        if (error.name === 'ResourceNotFoundException') return { events: [] };
        throw error;
      });
    if (found.length >= count) return found;
    await sleep(50);
  }
}

const messages = (found: readonly FilteredLogEvent[]) => found.map(({ message }) => message);

// Guide page set-up-logging; telemetry E.2, E.3.
test('access and execution logs of all processes of a stage', async () => {
  const api = await deployProxy(client, 'pets', upstream.url, 'dev');
  await client.apis.updateAccount({
    patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value: 'arn:aws:iam::000000000000:role/logs' }],
  });
  await client.apis.updateStage({
    restApiId: api,
    stageName: 'dev',
    patchOperations: [
      { op: 'replace', path: '/*/*/logging/loglevel', value: 'INFO' },
      {
        op: 'replace',
        path: '/accessLogSettings/destinationArn',
        value: 'arn:aws:logs:us-east-1:000000000000:log-group:pets/access:*',
      },
      {
        op: 'replace',
        path: '/accessLogSettings/format',
        value: '{"id":"$context.requestId","status":$context.status,"path":"$context.path"}',
      },
    ],
  });
  const ids = new Set<string | null>();
  for (let n = 0; n < 20; n++) {
    const base = n % 5 === 0 ? server.controlUrl : server.gatewayUrl;
    const answer = await fetch(`${base}/_aws/execute-api/${api}/dev/${n === 7 ? 'none' : 'pets'}`, {
      headers: { Connection: 'close' },
    });
    ids.add(answer.headers.get('x-amzn-requestid'));
  }
  const access = await events('pets/access', 20);
  expect(new Set(messages(access).map((message = '') => JSON.parse(message).id))).toEqual(ids);
  const refused = await events('pets/access', 1, { filterPattern: '{ $.status >= 400 }' });
  expect(messages(refused).map((message = '') => JSON.parse(message).path)).toEqual(['/dev/none']);

  const group = `API-Gateway-Execution-Logs_${api}/dev`;
  const completed = await events(group, 19, { filterPattern: '"Method completed with status: 200"' });
  expect(completed).toHaveLength(19);
  // A stream is written by one process.
  expect(new Set(completed.map(({ logStreamName }) => logStreamName)).size).toBeGreaterThan(1);
});

// So many that workers send them compressed (decision 0036).
test('many lines come whole and in order of time, can be searched, and are seen by metric filters', async () => {
  const logGroupName = 'busy/access';
  await client.logs.createLogGroup({ logGroupName });
  await client.logs.putMetricFilter({
    logGroupName,
    filterName: 'served',
    filterPattern: '{ $.status = 200 }',
    metricTransformations: [{ metricNamespace: 'Busy', metricName: 'Served', metricValue: '1' }],
  });
  const api = await deployProxy(client, 'busy', upstream.url, 'dev');
  await logRequests(client, api, 'dev', {
    destinationArn: `arn:aws:logs:us-east-1:000000000000:log-group:${logGroupName}`,
    format: `{"id":"$context.requestId","path":"$context.path","status":$context.status,"text":"${'é text '.repeat(200)}"}`,
  });
  const ids: (string | null)[] = [];
  for (let n = 0; n < 400; n += 40) {
    const call = async (of: number) => {
      const url = `${server.gatewayUrl}/_aws/execute-api/${api}/dev/${of % 4 === 0 ? 'none' : 'busy'}?${of}`;
      ids.push((await fetch(url)).headers.get('x-amzn-requestid'));
    };
    await Promise.all(Array.from({ length: 40 }, (_, of) => call(n + of)));
  }
  const all: FilteredLogEvent[] = [];
  for (let nextToken: string | undefined; all.length < 400; ) {
    const page = await client.logs.filterLogEvents({ logGroupName, limit: 150, ...(nextToken && { nextToken }) });
    all.push(...known(page.events));
    nextToken = page.nextToken;
    if (nextToken !== undefined || all.length === 400) continue;
    all.length = 0;
    await sleep(50);
  }
  expect(all.map(({ message }) => JSON.parse(message ?? '').id).toSorted()).toEqual(ids.toSorted());
  const times = all.map(({ timestamp }) => timestamp ?? 0);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  const refused = await events(logGroupName, 100, { filterPattern: '{ $.status != 200 }' });
  expect(refused.every(({ message }) => message?.includes('/dev/none'))).toBe(true);
  const metrics = new CloudWatch({ endpoint: server.controlUrl, region: 'us-east-1', credentials });
  const served = async () => {
    const { Datapoints } = await metrics.getMetricStatistics({
      Namespace: 'Busy',
      MetricName: 'Served',
      StartTime: new Date(Date.now() - 600_000),
      EndTime: new Date(Date.now() + 600_000),
      Period: 3_600,
      Statistics: ['Sum'],
    });
    return known(Datapoints).reduce((sum, { Sum = 0 }) => sum + Sum, 0);
  };
  await expect.poll(served, { timeout: 30_000 }).toBe(300);
});

// Lambda guide, "Viewing CloudWatch logs": the group and the stream that the environment names, the lines that Lambda writes itself.
test('what functions print, between the lines of Lambda', async () => {
  const code = `exports.handler = async (event, context) => {
    console.log('called with', event.n);
    return { stream: context.logStreamName, id: context.awsRequestId };
  };`;
  await client.functions.createFunction({
    FunctionName: 'greeter',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/greeter',
    Code: { ZipFile: createZip({ 'index.js': code }) },
  });
  const { Payload } = await client.functions.invoke({ FunctionName: 'greeter', Payload: Buffer.from('{"n":42}') });
  const { stream, id } = JSON.parse(Buffer.from(known(Payload)).toString());
  const logged = await events('/aws/lambda/greeter', 4);
  expect(new Set(logged.map(({ logStreamName }) => logStreamName))).toEqual(new Set([stream]));
  expect(messages(logged)).toEqual([
    `START RequestId: ${id} Version: $LATEST\n`,
    expect.stringMatching(new RegExp(`\\t${id}\\tINFO\\tcalled with 42\\n$`)),
    `END RequestId: ${id}\n`,
    expect.stringMatching(new RegExp(`^REPORT RequestId: ${id}\\t.*\\n$`)),
  ]);
});

test('what was answered survives the end of all processes', async () => {
  const here = { logGroupName: 'kept', logStreamName: 'one' };
  await client.logs.createLogGroup({ logGroupName: 'kept', tags: { team: 'pets' } });
  await client.logs.createLogStream(here);
  const now = Date.now();
  for (let n = 0; n < 50; n++) {
    await client.logs.putLogEvents({ ...here, logEvents: [{ timestamp: now + n, message: `event ${n}` }] });
  }
  await server.kill();
  server = await startSallyport(['--data-dir', folder.path]);
  client = sdk(server.controlUrl);
  const found = await events('kept', 50);
  expect(messages(found)).toEqual(Array.from({ length: 50 }, (_, n) => `event ${n}`));
  const page = await client.logs.getLogEvents({ ...here, limit: 2 });
  expect(page.events?.map(({ message }) => message)).toEqual(['event 48', 'event 49']);
});
