import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReceivedSpan } from '../support/otlp/received.ts';
import { startOtlpReceiver } from '../support/otlp/receiver.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/processes.ts';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, invocationUri, known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// Spans of real requests through real functions, by OTLP (telemetry E.4).

const SERVER = 2;
const CLIENT = 3;
const ROOT = '1-5759e988-bd862e3fe1be46a994272793';

let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
let server: Sallyport;
let client: Sdk;

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  server = await startSallyport(['--ephemeral', '--max-workers', '1'], {
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' },
  });
  client = sdk(server.controlUrl);
});
afterAll(async () => {
  await server.stop();
  await receiver.stop();
});

async function deployFunction(of: Sdk, name: string, tracingEnabled: boolean): Promise<string> {
  const made = await of.functions.createFunction({
    FunctionName: name,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/any',
    Code: {
      ZipFile: createZip({
        'index.mjs':
          'export const handler = async () => ({ statusCode: 200, body: process.env._X_AMZN_TRACE_ID ?? "none" });',
      }),
    },
  });
  await of.functions.addPermission({
    FunctionName: name,
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  const lambdaProxy = { type: 'AWS_PROXY', integrationHttpMethod: 'POST' } as const;
  const restApiId = await deployProxy(of, name, invocationUri(known(made.FunctionArn)), 'dev', lambdaProxy);
  const patch = { op: 'replace', path: '/tracingEnabled', value: String(tracingEnabled) } as const;
  await of.apis.updateStage({ restApiId, stageName: 'dev', patchOperations: [patch] });
  return restApiId;
}

function call(api: string, path: string, headers: Readonly<Record<string, string>> = {}, base = server.gatewayUrl) {
  return fetch(`${base}/_aws/execute-api/${api}/dev/${path}`, { headers });
}

const metrics = async (base = server.controlUrl) =>
  (await fetch(`${base}/metrics`, { headers: { Accept: 'application/openmetrics-text' } })).text();

const spansOf = (traceId: string) => receiver.spans().filter((span) => span.traceId === traceId);
const named = (spans: readonly ReceivedSpan[], name: string) => spans.find((span) => span.name === name);
const traceIdOf = (header: string | null) =>
  /Root=1-(\w{8})-(\w{24})/
    .exec(header ?? '')
    ?.slice(1)
    .join('') ?? '';

test('a sampled request is the gateway’s span, the integration’s below it, and the function’s below that', async () => {
  const api = await deployFunction(client, 'traced', true);
  const answer = await call(api, 'traced');
  const header = answer.headers.get('x-amzn-trace-id');
  expect(header).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=1$/);
  expect(await answer.text()).toBe(header);
  const traceId = traceIdOf(header);
  await until('three spans', () => spansOf(traceId).length === 3);
  const spans = spansOf(traceId);
  const gateway = named(spans, 'GET /traced');
  const integration = named(spans, 'Lambda');
  const run = spans.find(({ attributes }) => 'faas.name' in attributes);
  expect(gateway).toMatchObject({ kind: SERVER });
  expect(gateway?.parentSpanId).toBe('');
  expect(integration).toMatchObject({ kind: CLIENT, parentSpanId: gateway?.spanId });
  expect(run).toMatchObject({ kind: SERVER, name: 'traced', parentSpanId: integration?.spanId });
  expect(gateway?.attributes).toMatchObject({ 'http.response.status_code': 200, 'aws.api_gateway.rest_api_id': api });
  for (const span of spans) expect(BigInt(span.endTimeUnixNano)).toBeGreaterThan(BigInt(span.startTimeUnixNano));
  await until('an exemplar on /metrics', async () => (await metrics()).includes(`# {trace_id="${traceId}"}`));
  expect(receiver.resources()[0]).toMatchObject({ 'service.name': 'sallyport' });
  expect(receiver.messages[0]).toMatchObject({ type: 'application/x-protobuf', encoding: 'gzip' });
});

test('a stage that does not trace is traced where its caller is, and goes on below the caller’s span', async () => {
  const api = await deployFunction(client, 'passive', false);
  await (await call(api, 'passive')).text();
  await (await call(api, 'passive', { 'X-Amzn-Trace-Id': `Root=${ROOT};Sampled=0` })).text();
  const sent = `Root=${ROOT};Parent=53995c3f42cd8ad8;Sampled=1;Own=x`;
  const answer = await call(api, 'passive', { 'X-Amzn-Trace-Id': sent });
  expect(answer.headers.get('x-amzn-trace-id')).toMatch(
    new RegExp(`^Root=${ROOT};Parent=(?!53995c3f42cd8ad8)[0-9a-f]{16};Sampled=1;Own=x$`),
  );
  await answer.text();
  const traceId = traceIdOf(sent);
  await until('three spans', () => spansOf(traceId).length >= 3);
  expect(named(spansOf(traceId), 'GET /passive')).toMatchObject({ parentSpanId: '53995c3f42cd8ad8' });
  expect(receiver.spans().filter(({ name }) => name === 'GET /passive')).toHaveLength(1);
});

test('a request that is not sampled says so to whoever is called', async () => {
  const api = await deployFunction(client, 'unsampled', true);
  const answer = await call(api, 'unsampled', { 'X-Amzn-Trace-Id': `Root=${ROOT};Sampled=0` });
  expect(answer.headers.get('x-amzn-trace-id')).toBe(`Root=${ROOT};Sampled=0`);
});

test('traces of W3C go through an HTTP API and its function, where the operator bridges them', async () => {
  const other = await startSallyport([
    ...['--ephemeral', '--max-workers', '1', '--traceparent', 'bridge'],
    ...['--otlp-endpoint', receiver.url, '--otlp-signals', 'traces'],
  ]);
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const parentId = '00f067aa0ba902b7';
  try {
    const { functions, v2 } = sdk(other.controlUrl);
    const made = await functions.createFunction({
      FunctionName: 'bridged',
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::000000000000:role/any',
      Code: {
        ZipFile: createZip({
          'index.mjs':
            'export const handler = async ({ headers }) => [headers.traceparent, process.env._X_AMZN_TRACE_ID].join(" ");',
        }),
      },
    });
    const api = await v2.createApi({ Name: 'bridged', ProtocolType: 'HTTP', Target: known(made.FunctionArn) });
    await functions.addPermission({
      FunctionName: 'bridged',
      StatementId: 'api',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
    });
    const answer = await fetch(`${other.gatewayUrl}/_aws/execute-api/${api.ApiId}/any`, {
      headers: { traceparent: `00-${traceId}-${parentId}-01` },
    });
    const told = await answer.text();
    await until('three spans', () => spansOf(traceId).length === 3);
    const gateway = named(spansOf(traceId), 'GET $default');
    const integration = named(spansOf(traceId), 'Lambda');
    expect(gateway).toMatchObject({ parentSpanId: parentId, attributes: { 'aws.api_gateway.api_id': api.ApiId } });
    expect(integration).toMatchObject({ parentSpanId: gateway?.spanId });
    expect(named(spansOf(traceId), 'bridged')).toMatchObject({ parentSpanId: integration?.spanId });
    const root = `Root=1-${traceId.slice(0, 8)}-${traceId.slice(8)}`;
    expect(told).toBe(`00-${traceId}-${integration?.spanId}-01 ${root};Parent=${integration?.spanId};Sampled=1`);
  } finally {
    await other.stop();
  }
});

test('JSON is sent where it is asked for, to where the setting says', async () => {
  const other = await startSallyport(
    ['--ephemeral', '--max-workers', '1', '--otlp-endpoint', `${receiver.url}/p/`, '--otlp-signals', 'traces'],
    { environment: { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' } },
  );
  try {
    const api = await deployFunction(sdk(other.controlUrl), 'json', true);
    await (await call(api, 'json', {}, other.gatewayUrl)).text();
    await until('a span', () => named(receiver.spans(), 'GET /json') !== undefined);
  } finally {
    await other.stop();
  }
  const messages = receiver.messages.filter(({ path }) => path.startsWith('/p/'));
  expect(new Set(messages.map(({ path, type }) => `${path} ${type}`))).toEqual(
    new Set(['/p/v1/traces application/json']),
  );
});

test('a collector that takes connections and never answers holds no request up, and a stop for five seconds at most', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const other = await startSallyport([
    '--ephemeral',
    '--max-workers',
    '1',
    '--otlp-endpoint',
    `http://127.0.0.1:${port}`,
  ]);
  const api = await deployFunction(sdk(other.controlUrl), 'silence', true);
  for (let n = 0; n < 3; n++) expect((await call(api, 'silence', {}, other.gatewayUrl)).status).toBe(200);
  const atMs = performance.now();
  await other.stop();
  // OpenTelemetry's exporters would try for ten.
  expect(performance.now() - atMs).toBeLessThan(9_000);
  silent.closeAllConnections();
  silent.close();
});

test('a collector that is not there costs spans and one line', async () => {
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const other = await startSallyport(['--ephemeral', '--max-workers', '1', '--otlp-endpoint', endpoint], {
    environment: { OTEL_EXPORTER_OTLP_TIMEOUT: '500' },
  });
  try {
    const api = await deployFunction(sdk(other.controlUrl), 'alone', true);
    expect((await call(api, 'alone', {}, other.gatewayUrl)).status).toBe(200);
    await until('a line', () => /spans are lost.*ECONNREFUSED/.test(other.output()), other.output);
    const sampled = { 'X-Amzn-Trace-Id': `Root=${ROOT};Sampled=1` };
    expect((await call(api, 'alone', sampled, other.gatewayUrl)).status).toBe(200);
    const dropped = async () =>
      /otlp_dropped_total\{signal="traces"\} (\d+)/.exec(await metrics(other.controlUrl))?.[1];
    await until('the spans of both', async () => Number(await dropped()) === 6);
    expect(other.output().match(/spans are lost/g)).toHaveLength(1);
  } finally {
    await other.stop();
  }
});
