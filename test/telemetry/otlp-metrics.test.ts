import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReceivedPoint } from '../support/otlp/received.ts';
import { startOtlpReceiver } from '../support/otlp/receiver.ts';
import { until } from '../support/processes.ts';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';

// Metrics of real requests, by OTLP (telemetry E.1; OpenTelemetry, "OTLP Metrics Exporter"), against the truth of what was sent.

const DELTA = 1;
const CUMULATIVE = 2;

type Receiver = Awaited<ReturnType<typeof startOtlpReceiver>>;

/** Answers with the status that the path says, after as many milliseconds as its query does. */
const backend = createServer(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://backend');
  await sleep(Number(url.searchParams.get('ms') ?? 0));
  response.writeHead(Number(url.pathname.slice(1))).end('answer');
});
let uri = '';

beforeAll(async () => {
  backend.listen(0, '127.0.0.1');
  await once(backend, 'listening');
  const address = backend.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  uri = `http://127.0.0.1:${address.port}/{status}`;
});
afterAll(async () => {
  backend.closeAllConnections();
  backend.close();
  await once(backend, 'close');
});

async function start(receiver: Receiver, environment: Readonly<Record<string, string>>) {
  const flags = ['--ephemeral', '--workers', '2', '--max-workers', '2', '--otlp-signals', 'metrics'];
  const server = await startSallyport(flags, {
    environment: {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_METRIC_EXPORT_INTERVAL: '500',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test',
      ...environment,
    },
  });
  const api = await deployProxy(sdk(server.controlUrl), '{status}', uri, 'dev', {
    requestParameters: { 'integration.request.path.status': 'method.request.path.status' },
  });
  return { server, api };
}

async function send(server: Sallyport, api: string, paths: readonly string[]): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(`${server.gatewayUrl}/_aws/execute-api/${api}/dev/${path}`);
      await answer.arrayBuffer();
    }),
  );
}

const times = (count: number, path: string) => Array.from({ length: count }, () => path);
const MIX = [...times(5, '200'), ...times(3, '404'), ...times(1, '429'), ...times(2, '503')];
const TRUTH = { count: 11, '4xxerror': 4, '429error': 1, '5xxerror': 2 };

const counted = (points: readonly ReceivedPoint[], api: string, name: string) =>
  points.filter(({ metric, attributes }) => metric === `sallyport_apigateway_${name}` && attributes.api_id === api);
const sumOf = (points: readonly ReceivedPoint[]) => points.reduce((sum, { value = 0 }) => sum + value, 0);

test('counts since the start and buckets are those of /metrics, series by series', async () => {
  const receiver = await startOtlpReceiver();
  const { server, api } = await start(receiver, {});
  try {
    await send(server, api, MIX);
    const latest = (name: string) => counted(receiver.points(), api, name).at(-1);
    await until('all requests', () => latest('count')?.value === TRUTH.count);
    for (const [name, count] of Object.entries(TRUTH)) {
      expect(latest(name)).toMatchObject({
        value: count,
        temporality: CUMULATIVE,
        attributes: { api_name: '{status}', stage: 'dev' },
      });
    }
    const latency = latest('latency_seconds');
    expect(latency).toMatchObject({ count: TRUTH.count, unit: 's' });
    expect(latency?.bounds).toEqual([0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30]);
    expect(latency?.buckets?.reduce((sum, count) => sum + count)).toBe(TRUTH.count);
    expect(receiver.resources()[0]).toMatchObject({ 'service.name': 'sallyport', 'deployment.environment': 'test' });

    // Whatever the page tells is told here.
    const page = await (await fetch(`${server.controlUrl}/metrics`)).text();
    const families = [...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type]) =>
      type === 'counter' ? name.replace(/_total$/, '') : name.replace(/_info$/, ''),
    );
    const withSamples = families.filter((name) => new RegExp(`^${name}(_total|_info|_count)?[ {]`, 'm').test(page));
    expect(withSamples.length).toBeGreaterThan(15);
    const told = new Set(receiver.points().map(({ metric }) => metric));
    expect(withSamples.filter((name) => !told.has(name))).toEqual([]);
    expect(page).toMatch(/^sallyport_otlp_sent_total\{signal="metrics"\} [1-9]/m);
    expect(page).toMatch(/^sallyport_otlp_dropped_total\{signal="metrics"\} 0$/m);
  } finally {
    await server.stop();
    await receiver.stop();
  }
});

test('counts since the last time add up to the truth, also past a receiver that takes nothing for a while, and at the end', async () => {
  const receiver = await startOtlpReceiver();
  const { server, api } = await start(receiver, {
    OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'delta',
    OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION: 'base2_exponential_bucket_histogram',
  });
  try {
    await send(server, api, MIX);
    const all = (name: string) => counted(receiver.points(), api, name);
    await until('all requests', () => sumOf(all('count')) === TRUTH.count);
    // 400 is no status that is tried again.
    receiver.answerWith(400);
    await send(server, api, times(4, '200'));
    const { refused } = receiver;
    await until('a refusal', () => receiver.refused > refused + 1);
    receiver.answerWith(200);
    await until('what was refused', () => sumOf(all('count')) === TRUTH.count + 4);
    // What comes just before the end arrives with it.
    await send(server, api, times(6, '200?ms=100'));
  } finally {
    await server.stop();
    await receiver.stop();
  }
  const all = (name: string) => counted(receiver.points(), api, name);
  expect(sumOf(all('count'))).toBe(TRUTH.count + 10);
  expect(sumOf(all('4xxerror'))).toBe(TRUTH['4xxerror']);
  expect(all('count').every(({ temporality }) => temporality === DELTA)).toBe(true);
  const starts = all('count').map(({ startTimeUnixNano, timeUnixNano }) => [startTimeUnixNano, timeUnixNano]);
  for (const [place, [start = '']] of starts.entries())
    if (place > 0) expect(BigInt(start)).toBeGreaterThanOrEqual(BigInt(starts[place - 1]?.[1] ?? 0));

  const latencies = all('latency_seconds');
  expect(latencies.reduce((count, point) => count + (point.count ?? 0), 0)).toBe(TRUTH.count + 10);
  const last = latencies.at(-1);
  // Those that took 100 ms and something: each within the bounds of its bucket.
  const base = 2 ** (2 ** -(last?.scale ?? 0));
  expect(base ** (last?.offset ?? 0)).toBeGreaterThan(0.098);
  expect(base ** ((last?.offset ?? 0) + (last?.buckets?.length ?? 0))).toBeLessThan(10);
  expect(last?.count).toBe(last?.buckets?.reduce((sum, count) => sum + count));
});
