import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AwsSession, startAwsSession } from '../support/aws-session.ts';
import { pythonHas } from '../support/python.ts';
import { type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { deployProxy, invocationUri, known, type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';
import { createZip } from '../support/zip.ts';

// Metrics as CloudWatch has them (telemetry E.1), held against what clients were answered and the access log says, with several
// workers and after SIGKILL.

const REQUESTS = 300;
/** Of them, and how long their backend takes. */
const SLOW_REQUESTS = 3;
const SLOW_MS = 150;
const PROCESSES = 3;
/** Workers report every second; what is younger is what a kill may take. */
const REPORTED_MS = 2_500;
/** The same, with room for a machine that has other things to do (docs/compatibility.md says a second). */
const UNREPORTED_MS = 1_500;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let server: Sallyport;
let client: Sdk;
let session: AwsSession;
let apis: Readonly<Record<'mixed' | 'cached' | 'busy' | 'killed', string>>;
const startedAtMs = Date.now();
/** Of each API, the statuses that clients got. */
const statuses = { mixed: [] as number[], cached: [] as number[], busy: [] as number[] };
/** What the backend was asked for in vain of the cache. */
let fetched = 0;
/** When clients had their answers of the API whose server was killed meanwhile, and when that was. */
const answeredAtMs: number[] = [];
let killedAtMs = 0;

const flags = () => [
  ...['--data-dir', folder.path, '--access-log', join(folder.path, 'access.jsonl')],
  ...['--workers', String(PROCESSES), '--max-workers', String(PROCESSES)],
];

const aws = (...command: readonly string[]) => session.aws('cloudwatch', ...command);

/** The whole time of the test as one period of an hour or two. */
async function statistics(namespace: string, metricName: string, dimensions: string, ...statistics: readonly string[]) {
  const from = new Date(startedAtMs - 60_000).toISOString();
  const to = new Date(startedAtMs + 7_140_000).toISOString();
  const { Datapoints } = await aws(
    'get-metric-statistics',
    ...['--namespace', namespace, '--metric-name', metricName, '--period', '7200'],
    ...['--start-time', from, '--end-time', to, '--dimensions', ...dimensions.split(' ').map(toDimension)],
    ...statistics,
  );
  return Datapoints[0];
}

function toDimension(text: string): string {
  const [name, value] = text.split('=');
  return `Name=${name},Value=${value}`;
}

async function call(api: keyof typeof statuses, path: string): Promise<void> {
  const answer = await fetch(`${server.gatewayUrl}/_aws/execute-api/${apis[api]}/dev/${path}`, {
    headers: { Connection: 'close' },
  });
  await answer.arrayBuffer();
  statuses[api].push(answer.status);
}

function patch(api: keyof typeof apis, operations: Readonly<Record<string, string>>) {
  const patchOperations = Object.entries(operations).map(([path, value]) => ({ op: 'replace' as const, path, value }));
  return client.apis.updateStage({ restApiId: apis[api], stageName: 'dev', patchOperations });
}

/** SIGKILL while requests are answered one after the other. */
async function killWithinRequests(): Promise<void> {
  const url = `${server.gatewayUrl}/_aws/execute-api/${apis.killed}/dev/killed`;
  const killing = sleep(UNREPORTED_MS + 2_000).then(() => {
    killedAtMs = Date.now();
    return server.kill();
  });
  while (killedAtMs === 0) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) answeredAtMs.push(Date.now());
  }
  await killing;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  upstream = await startUpstream((request, response) => {
    const wanted = /status=(\d+)/.exec(request.url ?? '')?.[1];
    response.statusCode = Number(wanted ?? 200);
    if (request.url === '/cached') fetched += 1;
    // Answers come as late as their place among the requests says: most at once, a few much later.
    const delayMs = /late/.test(request.url ?? '') ? SLOW_MS : 3 + Math.random() * 30;
    setTimeout(() => response.end('served'), delayMs);
  });
  server = await startSallyport(flags());
  client = sdk(server.controlUrl);
  apis = {
    mixed: await deployProxy(client, 'mixed', upstream.url, 'dev'),
    cached: await deployProxy(client, 'cached', `${upstream.url}/cached`, 'dev'),
    busy: await deployProxy(client, 'busy', upstream.url, 'dev'),
    killed: await deployProxy(client, 'killed', upstream.url, 'dev'),
  };
  await patch('mixed', { '/*/*/metrics/enabled': 'true' });
  await patch('cached', {
    '/cacheClusterEnabled': 'true',
    '/cacheClusterSize': '0.5',
    '/cached/ANY/caching/enabled': 'true',
  });
  await patch('busy', { '/*/*/throttling/rateLimit': '1', '/*/*/throttling/burstLimit': '2' });
  for (let n = 0; n < REQUESTS; n += 10) {
    await Promise.all(
      Array.from({ length: 10 }, (_, place) => {
        const status = place === 8 ? 404 : place === 9 && n % 20 === 0 ? 503 : 200;
        return call('mixed', `mixed?status=${status}${n % 100 === 0 && place === 0 ? '&late' : ''}`);
      }),
    );
  }
  for (let n = 0; n < 12; n++) await Promise.all([call('cached', 'cached'), call('busy', 'busy')]);
  const made = await client.functions.createFunction({
    FunctionName: 'count',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/count',
    Code: {
      ZipFile: createZip({
        'index.mjs': 'export const handler = async ({ fail }) => { if (fail) throw new Error("no"); };',
      }),
    },
  });
  for (const fail of [false, false, true]) {
    await client.functions.invoke({ FunctionName: 'count', Payload: Buffer.from(JSON.stringify({ fail })) });
  }
  const lambdaProxy = { type: 'AWS_PROXY', integrationHttpMethod: 'POST' } as const;
  const called = await deployProxy(client, 'called', invocationUri(known(made.FunctionArn)), 'dev', lambdaProxy);
  await client.functions.addPermission({
    FunctionName: 'count',
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  for (let n = 0; n < 5; n++) await fetch(`${server.gatewayUrl}/_aws/execute-api/${called}/dev/called`);
  await sleep(REPORTED_MS);
  await killWithinRequests();
  server = await startSallyport(flags());
  session = startAwsSession(server);
}, 120_000);

afterAll(async () => {
  session.stop();
  await server.stop();
  await upstream.stop();
  await folder.remove();
});

const count = (all: readonly number[], from: number, to: number): number =>
  all.filter((status) => status >= from && status < to).length;

describe.skipIf(!pythonHas('awscli'))('what the AWS CLI reads is the truth (needs python3 with awscli)', () => {
  test.each(['mixed', 'cached', 'busy'] as const)('requests, errors and their rates of %s', async (api) => {
    const of = (metric: string, ...dimensions: string[]) =>
      statistics(
        'AWS/ApiGateway',
        metric,
        [`ApiName=${api}`, ...dimensions].join(' '),
        '--statistics',
        'Sum',
        'Average',
      );
    const all = statuses[api];
    expect(await of('Count')).toMatchObject({ Sum: all.length, Unit: 'Count' });
    const clientErrors = count(all, 400, 500);
    const serverErrors = count(all, 500, 600);
    expect(await of('4XXError', 'Stage=dev')).toMatchObject({
      Sum: clientErrors,
      Average: clientErrors / all.length,
    });
    expect((await of('5XXError')).Sum).toBe(serverErrors);
    if (api === 'mixed') expect([clientErrors, serverErrors]).toEqual([30, 15]);
    if (api === 'busy') expect(clientErrors).toBe(count(all, 429, 430));
    if (api === 'busy') expect(clientErrors).toBeGreaterThan(0);
  });

  test('after SIGKILL, all but what was answered in the last second', async () => {
    const { Sum } = await statistics('AWS/ApiGateway', 'Count', 'ApiName=killed', '--statistics', 'Sum');
    const reported = answeredAtMs.filter((atMs) => atMs < killedAtMs - UNREPORTED_MS).length;
    expect(reported).toBeGreaterThan(0);
    expect(Sum).toBeGreaterThanOrEqual(reported);
    // One may have been served whose client was not answered any more.
    expect(Sum).toBeLessThanOrEqual(answeredAtMs.length + 1);
  });

  test('hits and misses of a cache, together all requests', async () => {
    const of = async (metric: string) =>
      (await statistics('AWS/ApiGateway', metric, 'ApiName=cached Stage=dev', '--statistics', 'Sum')).Sum;
    const [hits, misses] = [await of('CacheHitCount'), await of('CacheMissCount')];
    expect(hits).toBeGreaterThan(0);
    expect(hits + misses).toBe(statuses.cached.length);
    expect(misses).toBe(fetched);
  });

  test('latencies exactly where they are sums, and percentiles within 1 %', async () => {
    const lines = readFileSync(join(folder.path, 'access.jsonl'), 'utf8').trim().split('\n');
    const logged = lines.map((line) => JSON.parse(line)).filter(({ apiId }) => apiId === apis.mixed);
    for (const [metric, member] of [
      ['Latency', 'latencyMs'],
      ['IntegrationLatency', 'integrationLatencyMs'],
    ] as const) {
      const truth = logged.map((line) => Number(line[member])).sort((a, b) => a - b);
      const dimensions = 'ApiName=mixed Stage=dev';
      const plain = await statistics(
        'AWS/ApiGateway',
        metric,
        dimensions,
        '--statistics',
        'SampleCount',
        'Average',
        'Maximum',
      );
      expect(plain.SampleCount).toBe(REQUESTS);
      expect(truth.filter((value) => value >= SLOW_MS).length).toBeGreaterThanOrEqual(SLOW_REQUESTS);
      // The log has its figures to a thousandth.
      expect(plain.Average).toBeCloseTo(truth.reduce((a, b) => a + b, 0) / REQUESTS, 2);
      expect(plain.Maximum).toBeCloseTo(truth.at(-1) as number, 2);
      const names = ['p10', 'p50', 'p90', 'p99', 'p99.9'];
      const { ExtendedStatistics } = await statistics(
        'AWS/ApiGateway',
        metric,
        dimensions,
        '--extended-statistics',
        ...names,
      );
      for (const name of names) {
        const rank = Math.ceil((Number(name.slice(1)) / 100) * REQUESTS - 1e-9);
        const value = truth[rank - 1] as number;
        expect(Math.abs(ExtendedStatistics[name] - value)).toBeLessThanOrEqual(0.01 * value + 0.001);
      }
    }
  });

  test('methods by themselves where a stage wants detailed metrics, and metric math over them', async () => {
    const sum = async (metric: string) =>
      (
        await statistics(
          'AWS/ApiGateway',
          metric,
          'ApiName=mixed Method=GET Resource=/mixed Stage=dev',
          '--statistics',
          'Sum',
        )
      ).Sum;
    expect([await sum('Count'), await sum('4XXError'), await sum('5XXError')]).toEqual([REQUESTS, 30, 15]);
    const metric = (Id: string, MetricName: string) => ({
      Id,
      ReturnData: false,
      MetricStat: {
        Metric: { Namespace: 'AWS/ApiGateway', MetricName, Dimensions: [{ Name: 'ApiName', Value: 'mixed' }] },
        ...{ Period: 7_200, Stat: 'Sum' },
      },
    });
    const queries = [metric('all', 'Count'), metric('bad', '5XXError'), { Id: 'rate', Expression: '100 * bad / all' }];
    const { MetricDataResults } = await aws(
      'get-metric-data',
      ...['--start-time', new Date(startedAtMs - 60_000).toISOString()],
      ...['--end-time', new Date(startedAtMs + 7_140_000).toISOString()],
      ...['--metric-data-queries', JSON.stringify(queries)],
    );
    expect(MetricDataResults).toMatchObject([{ Id: 'rate', Values: [5] }]);
  });

  test('functions: those that ran, those that failed, and how long', async () => {
    const of = (metric: string, ...wanted: readonly string[]) =>
      statistics('AWS/Lambda', metric, 'FunctionName=count', '--statistics', ...wanted);
    // Three by `Invoke`, five by an API, whose workers borrow the function's instances.
    expect((await of('Invocations', 'Sum')).Sum).toBe(8);
    expect(await of('Errors', 'Sum', 'SampleCount')).toMatchObject({ Sum: 1, SampleCount: 8 });
    expect((await of('Duration', 'Minimum')).Minimum).toBeGreaterThan(0);
    expect((await of('Throttles', 'Sum')).Sum).toBe(0);
  });

  test('what clients send themselves, listed and read as they sent it', async () => {
    await aws(
      ...['put-metric-data', '--namespace', 'Shop', '--metric-name', 'Price', '--unit', 'Count'],
      ...['--statistic-values', 'SampleCount=4,Sum=10,Minimum=1,Maximum=4', '--dimensions', 'Store=one'],
    );
    const { Metrics } = await aws('list-metrics', '--namespace', 'Shop');
    expect(Metrics).toEqual([
      { Namespace: 'Shop', MetricName: 'Price', Dimensions: [{ Name: 'Store', Value: 'one' }] },
    ]);
    expect(await statistics('Shop', 'Price', 'Store=one', '--statistics', 'Average', 'Maximum')).toMatchObject({
      Average: 2.5,
      Maximum: 4,
    });
    await expect(
      aws('put-metric-data', '--namespace', 'AWS/Shop', '--metric-name', 'Price', '--value', '1'),
    ).rejects.toThrow('(InvalidParameterValue) when calling the PutMetricData operation: The value AWS/Shop for');
    await expect(aws('get-metric-widget-image', '--metric-widget', '{}')).rejects.toThrow('GetMetricWidgetImage');
  });

  test('what the workers say of themselves', async () => {
    const names = async () => {
      const { Metrics } = await aws('list-metrics', '--namespace', 'Sallyport/Gateway');
      return known(Metrics).map(({ MetricName }: { MetricName: string }) => MetricName);
    };
    const expected = [
      'Connections',
      'EventLoopDelay',
      'EventLoopUtilization',
      'UpstreamConnections',
      'UpstreamQueue',
      'Workers',
    ];
    await expect.poll(names, { timeout: 60_000, interval: 250 }).toEqual(expected);
  });
});
