import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ExplainedRequest, ExplainOrder } from '../../model/index.ts';
import { RECENT_LIMITS } from '../limits.ts';
import { TestExchange } from '../test-invoke/test-exchange.ts';
import { closing } from '../testing/cleanup.ts';
import { type CallOptions, noFunctions, startBackend, startGateway } from '../testing/harness.ts';
import { startHttpGateway } from '../testing/http-gateway.ts';
import { integration, methodSetting, type StageChange, snapshot } from '../testing/snapshots.ts';

// What users ask for (B13: "always-on ring buffer of recent request traces with full reason, no prior setup"), over real
// sockets. Why a route loses is facts D3 and D4; which statement decides, guide page apigateway-authorization-flow.
const keep = closing();
const SECRET = 'Bearer abcdefghijklmnop';

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' },
    {
      Sid: 'Inside',
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: '*/admin/*',
      Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    },
  ],
});

async function start(change: Partial<StageChange> = {}) {
  const backend = await keep(startBackend(() => ({ status: 503, body: 'backend is down' })));
  const proxy = { methodIntegration: integration({ type: 'HTTP_PROXY', uri: backend.url, httpMethod: 'ANY' }) };
  const mapped = {
    methodResponses: { '200': { statusCode: '200' }, '500': { statusCode: '500' } },
    methodIntegration: integration({
      requestTemplates: { 'application/json': '{"statusCode": $input.json("$.n")}' },
      integrationResponses: {
        '200': { statusCode: '200' },
        '500': {
          statusCode: '500',
          selectionPattern: '5\\d\\d',
          responseTemplates: { 'application/json': '{"made":"$context.resourcePath"}' },
        },
      },
    }),
  };
  const harness = await keep(
    startGateway(
      {
        methods: {
          '/pets': { POST: mapped },
          '/pets/{id}': { GET: proxy },
          '/admin/{proxy+}': { ANY: proxy },
          '/keys': { GET: { ...proxy, apiKeyRequired: true } },
          '/{proxy+}': { ANY: proxy },
        },
        restApi: { policy },
        ...change,
      },
      undefined,
      undefined,
      undefined,
      { recentRequests: () => 10 },
    ),
  );
  const explained = async (path: string, options?: CallOptions, withBodies = false): Promise<ExplainedRequest> => {
    const answer = await harness.call(path, options);
    const found = harness.gateway.findRequest(answer.headers['x-amzn-requestid'] ?? '', withBodies);
    if (found === undefined) throw new Error('not remembered');
    return found;
  };
  return { ...harness, explained };
}

/** Only some a second are kept: goes on until one is. */
async function untilKept(send: () => Promise<ExplainedRequest | undefined>): Promise<ExplainedRequest | undefined> {
  for (;;) {
    const kept = await send();
    if (kept !== undefined) return kept;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const step = (request: ExplainedRequest | undefined, phase: string) =>
  request?.steps.find((one) => one.phase === phase);

describe('a request that was served', () => {
  it('tells of its way through the phases, of every one in order and with its time', async () => {
    const { explained } = await start();
    const request = await explained('/pets', { method: 'POST', body: '{"n": 503}' });
    expect(request).toMatchObject({ httpMethod: 'POST', path: '/dev/pets', status: 500, apiId: 'api1234567' });
    expect(request.steps.map(({ phase, verdict }) => [phase, verdict])).toEqual([
      ['request', 'POST /pets from 127.0.0.1'],
      ['routing', 'POST /pets'],
      ['policy: resource policy', 'Allow (statement 1 of the resource policy)'],
      ['authorization', 'passed'],
      ['request body', 'read'],
      ['request template', 'rendered for application/json'],
      ['integration response', '500 (pattern 5\\d\\d)'],
      ['response template', 'rendered for application/json'],
      ['response', '500'],
    ]);
    const times = request.steps.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('tells why the routes that its path fits as well were not taken (facts D3, D4)', async () => {
    const { explained } = await start();
    const others = async (path: string, method: string) => step(await explained(path, { method }), 'routing')?.facts;
    expect(await others('/pets/7', 'GET')).toMatchObject({
      parameters: ['id=7'],
      others: ['/{proxy+} (ANY): less specific'],
    });
    expect(await others('/pets/7', 'PUT')).toMatchObject({
      parameters: ['proxy=pets/7'],
      others: ['/pets/{id} (GET): has no PUT'],
    });
  });

  it('that finds no method tells which verbs there are', async () => {
    const { explained } = await start({
      methods: { '/pets': { POST: { methodIntegration: integration({}) } } },
      restApi: {},
    });
    const request = await explained('/pets');
    expect(request).toMatchObject({ status: 403, responseType: 'MISSING_AUTHENTICATION_TOKEN' });
    expect(step(request, 'routing')).toMatchObject({
      verdict: 'no method',
      facts: { others: ['/pets (POST): has no GET'] },
    });
  });

  it('that a policy denies tells which statement decided', async () => {
    const { explained } = await start();
    const request = await explained('/admin/x');
    expect(step(request, 'policy: resource policy')?.verdict).toBe(
      'Deny (statement 2 "Inside" of the resource policy)',
    );
    expect(step(request, 'gateway response')?.verdict).toBe('403 ACCESS_DENIED');
  });

  it('without a key says so', async () => {
    const { explained } = await start();
    const phases = (await explained('/keys')).steps.map(({ phase, verdict }) => `${phase}: ${verdict}`);
    expect(phases).toContain('API key: none was sent');
    expect(phases).toContain('API key: refused: INVALID_API_KEY, Forbidden');
  });

  it('beyond a throttle tells which', async () => {
    const { explained } = await start({
      stage: { methodSettings: { '*/*': methodSetting({ throttlingRateLimit: 0, throttlingBurstLimit: 0 }) } },
    });
    expect(step(await explained('/pets/7'), 'throttle: method of the stage')).toMatchObject({
      verdict: 'exceeded',
      facts: { perSecond: 0, burst: 0 },
    });
  });

  it('shows no secret, and bodies only to who may see them', async () => {
    const { explained } = await start();
    const headers = ['Authorization', SECRET, 'Cookie', 'id=abcdefghijklmnop', 'X-Auth-Token', 'abcdefghijklmnop'];
    const request = { method: 'GET', headers };
    const masked = await explained('/pets/7?api_key=abcdefghijklmnop', request);
    expect(JSON.stringify(masked)).not.toContain('abcdefgh');
    expect(step(masked, 'integration')?.verdict).toContain('api_key=**********klmnop');
    const answered = masked.steps.findLast(({ phase }) => phase === 'integration');
    expect(answered).toMatchObject({ verdict: 'answered 503', facts: { body: { bytes: 15 } } });
    expect(JSON.stringify(masked)).not.toContain('backend is down');
    const shown = await explained('/pets/7', request, true);
    expect(JSON.stringify(shown)).toContain('backend is down');
  });

  it('beyond those that are traced in a second is remembered by its failure alone', async () => {
    const key = { apiKeyRequired: true, methodIntegration: integration({}) };
    const { gateway } = await start({ methods: { '/pets': { GET: key } }, restApi: {} });
    const send = async (receivedAtMs: number) => {
      const target = '/restapis/api1234567/dev/_user_request_/pets';
      const request = { method: 'GET', target, headers: [], body: Buffer.alloc(0), sourceIp: '192.0.2.1' };
      const exchange = new TestExchange(request, receivedAtMs, new AbortController().signal, 1_000);
      gateway.handle(exchange);
      const { headers } = await exchange.answer;
      return gateway.findRequest(headers[headers.indexOf('x-amzn-RequestId') + 1] ?? '', false);
    };
    const first = await send(0);
    expect(first?.steps.map(({ phase }) => phase)).toContain('routing');
    for (let n = 1; n < RECENT_LIMITS.tracedPerSecond; n++) await send(0);
    const late = await untilKept(() => send(0));
    expect(late?.steps.map(({ phase, verdict }) => `${phase}: ${verdict}`)).toEqual([
      'request: GET /dev/pets from 192.0.2.1',
      'gateway response: 403 INVALID_API_KEY',
    ]);
    const next = await untilKept(() => send(1_000));
    expect(next?.steps.map(({ phase }) => phase)).toContain('routing');
  });

  it('is in the list of its stage', async () => {
    const { gateway, call } = await start();
    await call('/pets/7');
    await call('/admin/x');
    const list = gateway.listRequests({ apiId: 'api1234567', stage: 'dev', limit: 10 });
    expect(list.map(({ path, status }) => [path, status])).toEqual([
      ['/dev/admin/x', 403],
      ['/dev/pets/7', 503],
    ]);
    expect(list[0]).not.toHaveProperty('steps');
    gateway.removeStage('api1234567', 'dev');
    expect(gateway.listRequests({ limit: 10 })).toEqual([]);
  });
});

describe('a request that is sent to be explained', () => {
  const order = (change: Partial<ExplainOrder> = {}): ExplainOrder => ({
    apiId: 'api1234567',
    stage: 'dev',
    httpMethod: 'GET',
    pathWithQueryString: '/admin/x?q=1',
    headers: [],
    body: Buffer.alloc(0),
    sourceIp: '192.0.2.1',
    withBodies: false,
    ...change,
  });

  it('goes through every phase of the stage, from the address that it is given', async () => {
    const { gateway } = await start();
    const outside = await gateway.explain(order());
    expect(outside).toMatchObject({ status: 403, path: '/dev/admin/x', sourceIp: '192.0.2.1' });
    const inside = await gateway.explain(order({ sourceIp: '10.1.2.3' }));
    expect(inside).toMatchObject({ status: 503 });
    expect(step(inside, 'policy: resource policy')?.verdict).toContain('Allow');
  });

  it('shows what templates were given and what they made, and with bodies an answer that passed through', async () => {
    const { gateway } = await start();
    const mapped = order({
      httpMethod: 'POST',
      pathWithQueryString: '/pets',
      body: Buffer.from('{"n": 500}'),
      withBodies: true,
    });
    const request = await gateway.explain(mapped);
    expect(step(request, 'request template')?.facts).toEqual({
      input: { bytes: 10, text: '{"n": 500}' },
      output: { bytes: 19, text: '{"statusCode": 500}' },
    });
    expect(step(request, 'response')?.facts.body).toEqual({ bytes: 16, text: '{"made":"/pets"}' });
    expect(step(await gateway.explain({ ...mapped, withBodies: false }), 'request template')?.facts.input).toEqual({
      bytes: 10,
    });
  });

  it('is timed from where it begins, however long its stage takes to be read', async () => {
    let nowMs = 0;
    const stage = { methods: { '/pets': { GET: { methodIntegration: integration({ type: 'MOCK' }) } } } };
    const loadSnapshot = async () => {
      nowMs += 1_000;
      return snapshot(stage);
    };
    const { gateway } = await keep(
      startGateway(stage, undefined, undefined, undefined, {
        recentRequests: () => 10,
        nowMs: () => nowMs,
        loadSnapshot,
      }),
    );
    const request = await gateway.explain(order({ pathWithQueryString: '/pets' }));
    expect(request?.latencyMs).toBe(0);
    expect(request?.steps.map(({ atMs }) => atMs)).toEqual(request?.steps.map(() => 0));
  });

  it('tells where an answer that streams broke off', async () => {
    const backend = createServer((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', () =>
          setTimeout(() => socket.destroy(), 20),
        );
      });
    }).listen(0, '127.0.0.1');
    await keep(once(backend, 'listening').then(() => backend));
    const uri = `http://127.0.0.1:${(backend.address() as AddressInfo).port}/`;
    const methodIntegration = integration({
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri,
      responseTransferMode: 'STREAM',
    });
    const { gateway } = await start({ methods: { '/pets': { GET: { methodIntegration } } } });
    const request = await gateway.explain(order({ pathWithQueryString: '/pets' }));
    expect(request?.status).toBe(200);
    expect(request?.steps.at(-1)).toMatchObject({
      phase: 'response',
      verdict: expect.stringMatching(/^broke off after 4 bytes: The backend closed the connection/),
    });
  });

  it('is counted like any other, and asks nobody for a stage that is not there', async () => {
    const { gateway, served } = await start();
    await gateway.explain(order());
    expect(served).toHaveLength(1);
    expect(await gateway.explain(order({ stage: 'none' }))).toBeUndefined();
  });
});

it('requests to HTTP APIs, which AWS has no execution logs of, are remembered, too', async () => {
  const backend = await keep(startBackend(() => ({ status: 503, body: 'down' })));
  const proxy = { IntegrationType: 'HTTP_PROXY', IntegrationUri: backend.url } as const;
  const { get, gateway } = await keep(
    startHttpGateway({ routes: { 'GET /pets': proxy } }, noFunctions, { recentRequests: () => 10 }),
  );
  const answer = await get('/pets');
  const request = gateway.findRequest(answer.headers['apigw-requestid'] ?? '', true);
  expect(request).toMatchObject({ status: 503, apiId: 'http123456', stage: '$default' });
  // Of their phases those of authorizers and integrations are told of.
  expect(request?.steps.map(({ phase, verdict }) => `${phase}: ${verdict}`)).toEqual([
    'request: GET /pets from 127.0.0.1',
    `integration: called: GET ${backend.url}/`,
    'integration: answered 503',
    'response: 503',
  ]);
  const sent = await gateway.explain({
    apiId: 'http123456',
    stage: '$default',
    httpMethod: 'GET',
    pathWithQueryString: '/none',
    headers: [],
    body: Buffer.alloc(0),
    sourceIp: '192.0.2.1',
    withBodies: false,
  });
  expect(sent).toMatchObject({ status: 404, path: '/none' });
});
