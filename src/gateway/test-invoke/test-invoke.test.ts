import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { H1Client } from '../../http/index.ts';
import type { MethodTest, TestedRequest } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { eventOf, invokerOf, refusing, returning } from '../testing/functions.ts';
import { noFunctions, startBackend, type TestFunction } from '../testing/harness.ts';
import { integration, type StageChange, snapshot } from '../testing/snapshots.ts';
import { createMethodTester } from './index.ts';

// What a test shows, and the lines of its log, as in logs that users posted of AWS's tests (telemetry E.3); features A1.10.
const keep = closing();
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const LAMBDA = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
const proxy = { methodIntegration: integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: LAMBDA }) };

function tester(run: TestFunction = noFunctions, tested: (request: TestedRequest) => void = () => undefined) {
  const upstream = new H1Client({ limits: { connectTimeoutMs: 500 } });
  keep(Promise.resolve(upstream));
  const test = createMethodTester({
    functions: invokerOf(run),
    upstream,
    awsAccess: () => ({ endpoints: {} }),
    vpcLinkTargets: () => undefined,
    limitProfile: () => 'relaxed',
    now: Date.now,
    nowMs: () => performance.now(),
    fillRandom: (bytes) => void randomFillSync(bytes),
    tested,
  });
  return (change: StageChange, request: Partial<MethodTest> = {}) =>
    test({
      snapshot: snapshot({ ...change, stage: { stageName: 'test-invoke-stage', deploymentId: '', ...change.stage } }),
      httpMethod: 'GET',
      pathWithQueryString: '/pets',
      headers: [],
      body: Buffer.alloc(0),
      ...request,
    });
}

/** The texts of a log, without the first line and without dates. */
const textsOf = (log: string): readonly string[] =>
  log
    .split('\n')
    .slice(1, -1)
    .map((line) => line.replace(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4} : /, ''));

const mock = {
  methodResponses: { '200': { statusCode: '200', responseParameters: { 'method.response.header.X-A': true } } },
  methodIntegration: integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: {
      '200': {
        statusCode: '200',
        responseParameters: { 'method.response.header.X-A': "'b'" },
        responseTemplates: {
          'application/json': '{"stage":"$context.stage","v":"$stageVariables.v","path":"$context.path"}',
        },
      },
    },
  }),
};

describe('a test of a MOCK', () => {
  it('runs the templates with the test’s own stage, and shows no id of a request', async () => {
    const { status, headers, body, log, latencyMs } = await tester()({
      methods: { '/pets': { GET: mock } },
      stage: { variables: { v: 'given' } },
    });
    expect(status).toBe(200);
    expect(headers).toEqual(['X-A', 'b', 'Content-Type', 'application/json']);
    expect(JSON.parse(Buffer.from(body).toString())).toEqual({ stage: 'test-invoke-stage', v: 'given', path: '/pets' });
    expect(Number.isInteger(latencyMs)).toBe(true);
    const requestId = /^Execution log for request ([0-9a-f-]{36})\n/.exec(log)?.[1];
    expect(textsOf(log)).toEqual([
      `Starting execution for request: ${requestId}`,
      'HTTP Method: GET, Resource Path: /pets',
      'Method request path: {}',
      'Method request query string: {}',
      'Method request headers: {}',
      'Method request body before transformations: ',
      'Method response body after transformations: {"stage":"test-invoke-stage","v":"given","path":"/pets"}',
      'Method response headers: {X-A=b, Content-Type=application/json}',
      'Successfully completed execution',
      'Method completed with status: 200',
    ]);
  });
});

it('a test is told of phase by phase, with the id that its log begins with', async () => {
  const tests: TestedRequest[] = [];
  const { log } = await tester(noFunctions, (test) => tests.push(test))({ methods: { '/pets': { GET: mock } } });
  const [test] = tests;
  expect(log).toContain(`Execution log for request ${test?.request.requestId}\n`);
  expect(test?.request).toMatchObject({ stage: 'test-invoke-stage', httpMethod: 'GET', path: '/pets', status: 200 });
  const steps = test?.request.steps ?? [];
  expect(steps.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['request', 'request body']));
  expect(steps.every(({ atMs }, at) => atMs >= (steps[at - 1]?.atMs ?? 0))).toBe(true);
  expect(JSON.stringify(test?.request)).toContain('"text"');
  expect(JSON.stringify(test?.withoutBodies)).not.toContain('"text"');
});

describe('a test of a function', () => {
  it('gives it an event of the test, and tells of its call', async () => {
    const run = returning({ statusCode: 201, headers: { 'X-A': 'b' }, body: 'made' });
    const result = await tester(run)(
      { methods: { '/pets/{id}': { ANY: proxy } } },
      {
        httpMethod: 'POST',
        pathWithQueryString: '/pets/7?a=1&a=2',
        headers: ['X-Given', 'c'],
        body: Buffer.from('{"n":1}'),
      },
    );
    expect(result).toMatchObject({ status: 201, body: Buffer.from('made') });
    const event = eventOf(run.calls[0]);
    expect(event).toMatchObject({
      path: '/pets/7',
      pathParameters: { id: '7' },
      queryStringParameters: { a: '2' },
      body: '{"n":1}',
      requestContext: {
        stage: 'test-invoke-stage',
        path: '/pets/7',
        domainPrefix: 'testPrefix',
        domainName: 'testPrefix.testDomainName',
        identity: {
          apiKey: 'test-invoke-api-key',
          apiKeyId: 'test-invoke-api-key-id',
          sourceIp: 'test-invoke-source-ip',
        },
      },
    });
    expect(run.calls[0]?.source?.sourceArn).toBe(
      'arn:aws:execute-api:us-east-1:123456789012:api1234567/test-invoke-stage/POST/pets/{id}',
    );
    const texts = textsOf(result.log);
    const url = `https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/${FUNCTION}/invocations`;
    expect(texts).toContain('Method request path: {id=7}');
    expect(texts).toContain('Method request query string: {a=1,2}');
    expect(texts).toContain('Method request headers: {X-Given=c}');
    expect(texts).toContain('Method request body before transformations: {"n":1}');
    expect(texts).toContain(`Endpoint request URI: ${url}`);
    expect(texts).toContain(`Sending request to ${url}`);
    expect(texts.some((text) => /^Received response\. Status: 200, Integration latency: \d+ ms$/.test(text))).toBe(
      true,
    );
    expect(texts).toContain(
      'Endpoint response body before transformations: {"statusCode":201,"headers":{"X-A":"b"},"body":"made"}',
    );
    expect(texts.at(-4)).toBe('Method response body after transformations: made');
    expect(texts.at(-3)).toMatch(
      /^Method response headers: \{X-A=b, Content-Type=application\/json, X-Amzn-Trace-Id=Root=/,
    );
  });

  it('that may not be called says so as AWS does', async () => {
    const { status, body, log } = await tester(refusing('AccessDenied'))({ methods: { '/pets': { GET: proxy } } });
    expect(status).toBe(500);
    expect(Buffer.from(body).toString()).toBe('{"message": "Internal server error"}');
    const [cause, end] = textsOf(log).slice(-2);
    expect(cause).toContain('Execution failed due to configuration error: Invalid permissions on Lambda function');
    expect(end).toBe('Method completed with status: 500');
  });
});

describe('a test of an HTTP backend', () => {
  it.each(['HTTP', 'HTTP_PROXY'] as const)('by %s tells what went there and what came back', async (type) => {
    const backend = await keep(startBackend(() => ({ headers: ['X-B', '1'], body: 'answer' })));
    const { status, body, log } = await tester()(
      {
        methods: {
          '/pets': {
            POST: {
              methodResponses: { '200': { statusCode: '200' } },
              methodIntegration: integration({
                type,
                httpMethod: 'POST',
                uri: `${backend.url}/x`,
                integrationResponses: { '200': { statusCode: '200' } },
              }),
            },
          },
        },
      },
      { httpMethod: 'POST', headers: ['Authorization', 'Bearer abcdefghij'], body: Buffer.from('sent') },
    );
    expect([status, Buffer.from(body).toString()]).toEqual([200, 'answer']);
    expect(backend.seen).toMatchObject([{ method: 'POST', url: '/x', body: 'sent' }]);
    const texts = textsOf(log);
    expect(texts).toContain('Method request headers: {Authorization=***********efghij}');
    expect(texts).toContain(`Endpoint request URI: ${backend.url}/x`);
    expect(texts).toContain('Endpoint request body after transformations: sent');
    expect(texts.find((text) => text.startsWith('Endpoint request headers: '))).toContain(
      `Host=127.0.0.1:${backend.port}`,
    );
    expect(log).not.toContain('abcdefghij');
    expect(texts.find((text) => text.startsWith('Endpoint response headers: '))).toContain('X-B=1');
    expect(texts).toContain('Endpoint response body before transformations: answer');
    expect(texts.at(-1)).toBe('Method completed with status: 200');
  });

  it('gathers an answer that comes in pieces, up to a megabyte (fact D72)', async () => {
    const large = 'x'.repeat(3_000_000);
    const backend = await keep(startBackend(() => ({ body: large })));
    const uri = `${backend.url}/`;
    const { status, body } = await tester()({
      methods: { '/pets': { GET: { methodIntegration: integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri }) } } },
    });
    expect(status).toBe(200);
    expect(body.length).toBeGreaterThanOrEqual(1_048_576);
    expect(body.length).toBeLessThan(2_000_000);
  });

  it('that cannot be reached ends with its cause', async () => {
    const { status, log } = await tester()({
      methods: {
        '/pets': {
          GET: {
            methodIntegration: integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'http://127.0.0.1:1/' }),
          },
        },
      },
    });
    expect(status).toBe(504);
    expect(textsOf(log).at(-2)).toContain('Execution failed due to a network error communicating with endpoint');
  });
});

it('a path that is not the resource’s is called without path parameters', async () => {
  const run = returning({ statusCode: 200 });
  const { status } = await tester(run)(
    { methods: { '/pets/{id}': { GET: proxy } } },
    { pathWithQueryString: '/other/path?a=1' },
  );
  expect(status).toBe(200);
  expect(eventOf(run.calls[0])).toMatchObject({ pathParameters: null, queryStringParameters: { a: '1' } });
});
