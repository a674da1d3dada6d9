import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReceivedLog } from '../support/otlp/received.ts';
import { startOtlpReceiver } from '../support/otlp/receiver.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/processes.ts';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, invocationUri, known, logRequests, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// Logs of real requests, by OTLP (OpenTelemetry, "Logs Data Model"), against what the log groups have.

const INFO = 9;
const WARN = 13;
const ERROR = 17;
const ROOT = '1-5759e988-bd862e3fe1be46a994272793';
const TRACE_ID = '5759e988bd862e3fe1be46a994272793';
const FORMAT = '$context.requestId $context.status';

let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
let server: Sallyport;
let client: Sdk;
let api: string;

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  server = await startSallyport([
    '--ephemeral',
    '--max-workers',
    '1',
    '--otlp-endpoint',
    receiver.url,
    '--otlp-signals',
    'traces,logs',
  ]);
  client = sdk(server.controlUrl);
  const made = await client.functions.createFunction({
    FunctionName: 'talks',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/any',
    Code: {
      ZipFile: createZip({
        'index.mjs': `export const handler = async ({ queryStringParameters: query }) => {
          console.warn('careful');
          if (query?.fails) throw new Error('as you wish');
          return { statusCode: 200, body: 'answer' };
        };`,
      }),
    },
  });
  await client.functions.addPermission({
    FunctionName: 'talks',
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  const lambdaProxy = { type: 'AWS_PROXY', integrationHttpMethod: 'POST' } as const;
  api = await deployProxy(client, 'talks', invocationUri(known(made.FunctionArn)), 'dev', lambdaProxy);
  await client.logs.createLogGroup({ logGroupName: 'access' });
  const destinationArn = 'arn:aws:logs:us-east-1:000000000000:log-group:access';
  await logRequests(client, api, 'dev', { destinationArn, format: FORMAT });
  const patch = { op: 'replace', path: '/*/*/logging/loglevel', value: 'INFO' } as const;
  await client.apis.updateStage({ restApiId: api, stageName: 'dev', patchOperations: [patch] });
});
afterAll(async () => {
  await server.stop();
  await receiver.stop();
});

async function call(query = '') {
  const answer = await fetch(`${server.gatewayUrl}/_aws/execute-api/${api}/dev/talks${query}`, {
    headers: { 'X-Amzn-Trace-Id': `Root=${ROOT};Sampled=1` },
  });
  await answer.arrayBuffer();
  return known(answer.headers.get('x-amzn-requestid') ?? undefined);
}

const group = ({ attributes }: ReceivedLog) => (attributes['aws.log.group.names'] as readonly string[])[0] ?? '';
const of = (requestId: string, logGroup: string) =>
  receiver.logs().filter((log) => group(log) === logGroup && log.attributes['aws.request_id'] === requestId);
const EXECUTION = () => `API-Gateway-Execution-Logs_${api}/dev`;
const FUNCTION = '/aws/lambda/talks';

async function kept(logGroupName: string): Promise<readonly string[]> {
  const { events = [] } = await client.logs.filterLogEvents({ logGroupName });
  return events.map(({ message = '' }) => message.replace(/\n$/, '')).sort();
}

test('what a request leaves in its log groups arrives once, with its request, its trace and its span', async () => {
  const requestId = await call();
  await until('the lines', () => of(requestId, 'access').length > 0 && of(requestId, EXECUTION()).length > 5);
  const [access] = of(requestId, 'access');
  expect(access).toMatchObject({
    body: `${requestId} 200`,
    severity: INFO,
    traceId: TRACE_ID,
    attributes: { 'cloud.account.id': '000000000000', 'cloud.region': 'us-east-1' },
  });
  await until('the spans', () => receiver.spans().filter(({ traceId }) => traceId === TRACE_ID).length >= 3);
  const spans = receiver.spans();
  const gateway = spans.find(({ name }) => name === 'GET /talks');
  const integration = spans.find(({ name }) => name === 'Lambda');
  const lines = of(requestId, EXECUTION());
  for (const line of [access, ...lines]) expect(line).toMatchObject({ traceId: TRACE_ID, spanId: gateway?.spanId });
  expect(lines.map(({ body }) => body).sort()).toEqual(
    (await kept(EXECUTION())).filter((message) => message.startsWith(`(${requestId})`)),
  );
  const warning = () => receiver.logs().find((log) => group(log) === FUNCTION && String(log.body).endsWith('careful'));
  await until('the function’s line', () => warning() !== undefined);
  expect(warning()).toMatchObject({ severity: WARN, traceId: TRACE_ID, spanId: integration?.spanId });
});

test('what fails is an error: in the access log, the execution log and that of the function', async () => {
  const requestId = await call('?fails=1');
  await until('the lines', () => of(requestId, 'access').length > 0 && of(requestId, EXECUTION()).length > 5);
  expect(of(requestId, 'access')).toMatchObject([{ body: `${requestId} 502`, severity: ERROR }]);
  const failures = of(requestId, EXECUTION()).filter(({ severity }) => severity === ERROR);
  expect(failures.length).toBeGreaterThan(0);
  const ofFunction = () => receiver.logs().filter((log) => group(log) === FUNCTION && log.severity === ERROR);
  await until('the function’s error', () => ofFunction().length > 0);
  expect(String(ofFunction()[0]?.body)).toContain('as you wish');
  // All that the log groups have, and nothing twice.
  for (const name of ['access', FUNCTION]) {
    const expected = await kept(name);
    await until(`all of ${name}`, () => receiver.logs().filter((log) => group(log) === name).length >= expected.length);
    const arrived = receiver.logs().filter((log) => group(log) === name);
    expect(arrived.map(({ body }) => String(body)).sort()).toEqual(expected);
  }
});

test('without log groups of our own logs go there all the same', async () => {
  const other = await startSallyport(
    ['--ephemeral', '--max-workers', '1', '--stage-logs', 'off', '--otlp-endpoint', receiver.url],
    { environment: { OTEL_METRICS_EXPORTER: 'none' } },
  );
  try {
    const elsewhere = sdk(other.controlUrl);
    const name = await deployProxy(elsewhere, 'nowhere', `http://127.0.0.1:${await freePort()}/`, 'dev');
    const destinationArn = 'arn:aws:logs:us-east-1:000000000000:log-group:elsewhere';
    await logRequests(elsewhere, name, 'dev', { destinationArn, format: FORMAT });
    await fetch(`${other.gatewayUrl}/_aws/execute-api/${name}/dev/nowhere`);
  } finally {
    // What was logged just before arrives at the stop.
    await other.stop();
  }
  const logs = receiver.logs().filter((log) => group(log) === 'elsewhere');
  expect(logs).toMatchObject([{ severity: ERROR, body: expect.stringMatching(/ 50[24]$/) }]);
  expect(receiver.messages.some(({ signal }) => signal === 'metrics')).toBe(false);
});
