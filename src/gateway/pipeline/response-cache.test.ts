import { describe, expect, it } from 'vitest';
import type { CanarySettings, Integration, Method, MethodSetting, Stage } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { returning } from '../testing/functions.ts';
import { type Reply, type Seen, startBackend, startGateway } from '../testing/harness.ts';
import { integration, methodSetting, type StageChange } from '../testing/snapshots.ts';

// Facts D122 to D124, features A8.5, guide page api-gateway-caching; over real sockets, to a real backend.
const keep = closing();
const CACHED = methodSetting({ cachingEnabled: true });
const parameters = { 'method.request.querystring.type': false, 'method.request.header.X-Team': false };

interface Options {
  readonly setting?: Partial<MethodSetting>;
  readonly settings?: Readonly<Record<string, MethodSetting>>;
  readonly integration?: Partial<Integration>;
  readonly stage?: Partial<Stage>;
  readonly reply?: (seen: Seen) => Reply;
}

/** `/a` and `/b` proxy to a backend that numbers its answers. */
async function start(options: Options = {}) {
  let answers = 0;
  const reply = options.reply ?? (() => ({ headers: ['Content-Type', 'text/plain'], body: `answer ${++answers}` }));
  const backend = await keep(startBackend(reply));
  const to = (path: string): Partial<Method> => ({
    requestParameters: parameters,
    methodIntegration: integration({
      type: 'HTTP_PROXY',
      httpMethod: 'ANY',
      uri: `${backend.url}${path}`,
      cacheNamespace: path,
      cacheKeyParameters: ['method.request.querystring.type', 'method.request.header.X-Team'],
      ...options.integration,
    }),
  });
  const change: StageChange = {
    methods: { '/a': { GET: to('/a'), POST: to('/a') }, '/b': { GET: to('/b') } },
    stage: {
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5',
      methodSettings: options.settings ?? { '*/*': { ...CACHED, ...options.setting } },
      ...options.stage,
    },
  };
  const harness = await keep(startGateway(change));
  const body = async (path: string, headers: readonly string[] = [], method = 'GET') =>
    (await harness.call(path, { headers, method })).body;
  return { ...harness, backend, body };
}

describe('a cached method', () => {
  it('answers a second time without its backend, with the status, headers and bytes of the first', async () => {
    const { call, backend, served } = await start({
      reply: () => ({ status: 203, headers: ['X-A', '1', 'X-A', '2', 'Content-Type', 'text/x'], body: 'bytes \xff' }),
    });
    const first = await call('/a');
    const second = await call('/a');
    expect(backend.seen).toHaveLength(1);
    expect(second).toMatchObject({ status: 203, body: first.body });
    expect(second.bytes).toEqual(first.bytes);
    const own = ['x-amzn-requestid', 'x-amz-apigw-id', 'x-amzn-trace-id', 'date'];
    const others = ({ headers }: typeof first) => Object.entries(headers).filter(([name]) => !own.includes(name));
    expect(others(second).sort()).toEqual(others(first).sort());
    expect(second.headers['x-a']).toBe('1, 2');
    expect(second.headers['x-amzn-requestid']).not.toBe(first.headers['x-amzn-requestid']);
    expect(served.map(({ cacheResult }) => cacheResult)).toEqual(['miss', 'hit']);
    expect(served.map(({ integrationLatencyMs }) => integrationLatencyMs !== undefined)).toEqual([true, false]);
  });

  it('tells requests apart by the cache key parameters and by nothing else (fact D123)', async () => {
    const { body } = await start();
    expect(await body('/a?type=admin&department=A')).toBe('answer 1');
    expect(await body('/a?department=B&type=admin')).toBe('answer 1');
    expect(await body('/a?type=regular')).toBe('answer 2');
    expect(await body('/a?type=admin', ['X-Team', 'x'])).toBe('answer 3');
    expect(await body('/a?type=admin', ['X-Other', 'x'])).toBe('answer 1');
    expect(await body('/b?type=admin')).toBe('answer 4');
  });

  it('shares responses with methods of the same cache namespace (fact D123)', async () => {
    const { body } = await start({ integration: { cacheNamespace: 'one' } });
    expect([await body('/a'), await body('/b')]).toEqual(['answer 1', 'answer 1']);
  });

  it('reads a key that the integration maps', async () => {
    const { body } = await start({
      integration: {
        cacheKeyParameters: ['integration.request.querystring.t'],
        requestParameters: { 'integration.request.querystring.t': 'method.request.querystring.type' },
      },
    });
    expect(await body('/a?type=1')).toBe('answer 1');
    expect(await body('/a?type=2')).toBe('answer 2');
    expect(await body('/a?type=1')).toBe('answer 1');
  });

  it('fails where a key would need the body, instead of mixing up what different bodies get', async () => {
    const { call } = await start({
      integration: {
        cacheKeyParameters: ['integration.request.header.x'],
        requestParameters: { 'integration.request.header.x': 'method.request.body.x' },
      },
    });
    expect((await call('/a')).status).toBe(500);
  });

  it('is a GET, unless caching is set for the method itself', async () => {
    const all = await start();
    expect([await all.body('/a', [], 'POST'), await all.body('/a', [], 'POST')]).toEqual(['answer 1', 'answer 2']);
    const own = await start({ settings: { 'a/POST': CACHED } });
    expect([await own.body('/a', [], 'POST'), await own.body('/a', [], 'POST')]).toEqual(['answer 1', 'answer 1']);
    expect([await own.body('/a'), await own.body('/a')]).toEqual(['answer 2', 'answer 3']);
  });

  it('keeps errors of its backend, too (a complaint at Stack Overflow about a 429), but none of the gateway’s', async () => {
    const tooMany = await start({ reply: () => ({ status: 429 }) });
    expect([(await tooMany.call('/a')).status, (await tooMany.call('/a')).status]).toEqual([429, 429]);
    expect(tooMany.backend.seen).toHaveLength(1);
    const slow = await start({ reply: () => ({ delayMs: 300 }), integration: { timeoutInMillis: 50 } });
    expect([(await slow.call('/a')).status, (await slow.call('/a')).status]).toEqual([504, 504]);
    expect(slow.backend.seen).toHaveLength(2);
  });

  it('forgets after its time to live; 0 caches nothing', async () => {
    const short = await start({ setting: { cacheTtlInSeconds: 1 } });
    expect([await short.body('/a'), await short.body('/a')]).toEqual(['answer 1', 'answer 1']);
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    expect(await short.body('/a')).toBe('answer 2');
    const none = await start({ setting: { cacheTtlInSeconds: 0 } });
    expect([await none.body('/a'), await none.body('/a')]).toEqual(['answer 1', 'answer 2']);
    expect(none.served.map(({ cacheResult }) => cacheResult)).toEqual([undefined, undefined]);
  });

  it.each([
    ['the stage has no cache', { stage: { cacheClusterEnabled: false } }],
    ['caching is off', { setting: { cachingEnabled: false } }],
    ['the integration goes with the caller’s credentials', { integration: { credentials: 'arn:aws:iam::*:user/*' } }],
  ])('is none where %s', async (_why, options: Options) => {
    const { body } = await start(options);
    expect([await body('/a'), await body('/a')]).toEqual(['answer 1', 'answer 2']);
  });
});

describe('a large response', () => {
  it.each([
    ['up to 1048576 bytes', 1_000_000, 1],
    ['beyond', 1_048_576, 2],
  ])('%s: is kept %#', async (_what, bytes, calls) => {
    const large = Buffer.alloc(bytes, 'x');
    const { call, backend } = await start({
      reply: () => ({ headers: ['Content-Length', String(bytes)], body: large }),
    });
    for (let request = 0; request < 2; request++) {
      const answer = await call('/a');
      expect(answer.bytes.equals(large)).toBe(true);
      expect(answer.headers['content-length']).toBe(String(bytes));
    }
    expect(backend.seen).toHaveLength(calls);
  });
});

describe('Cache-Control: max-age=0 (fact D124)', () => {
  const FRESH = ['Cache-Control', 'max-age=0'];

  it('gets a fresh response, which replaces the old one, where no authorization is required', async () => {
    const { body } = await start({ setting: { requireAuthorizationForCacheControl: false } });
    expect(await body('/a')).toBe('answer 1');
    expect(await body('/a', FRESH)).toBe('answer 2');
    expect(await body('/a', ['Cache-Control', 'no-cache'])).toBe('answer 2');
  });

  it('of somebody without the right is ignored, with a warning or without', async () => {
    const warned = await start();
    expect((await warned.call('/a', { headers: FRESH })).headers.warning).toMatch(/^199 /);
    const second = await warned.call('/a', { headers: FRESH });
    expect(second).toMatchObject({ status: 200, body: 'answer 1' });
    expect(second.headers.warning).toMatch(/^199 /);
    expect((await warned.call('/a')).headers).not.toHaveProperty('warning');
    const silent = await start({
      setting: { unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER' },
    });
    await silent.call('/a');
    const answer = await silent.call('/a', { headers: FRESH });
    expect(answer.body).toBe('answer 1');
    expect(answer.headers).not.toHaveProperty('warning');
  });

  it('of somebody without the right is refused, if that is set', async () => {
    const { call, backend, served } = await start({
      setting: { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' },
    });
    expect((await call('/a', { headers: FRESH })).status).toBe(403);
    expect(backend.seen).toHaveLength(0);
    expect(served).toMatchObject([{ cacheResult: undefined, integrationLatencyMs: undefined }]);
    expect((await call('/a')).status).toBe(200);
  });
});

describe('FlushStageCache', () => {
  it('forgets what the stage had cached', async () => {
    const { gateway, body } = await start();
    expect(await body('/a')).toBe('answer 1');
    gateway.flushStageCache('api1234567', 'prod');
    expect(await body('/a')).toBe('answer 1');
    gateway.flushStageCache('api1234567', 'dev');
    expect(await body('/a')).toBe('answer 2');
  });
});

describe('a canary (fact D122)', () => {
  const sides = async (canary: Partial<CanarySettings>) => {
    const run = returning({ statusCode: 200, body: 'x' });
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
    const methodIntegration = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri });
    const draws = [0.9, 0, 0.9, 0];
    const harness = await keep(
      startGateway(
        {
          methods: { '/a': { GET: { methodIntegration } } },
          stage: {
            cacheClusterEnabled: true,
            methodSettings: { '*/*': CACHED },
            canarySettings: { percentTraffic: 50, deploymentId: 'dep456', useStageCache: true, ...canary },
          },
        },
        run,
        undefined,
        undefined,
        { random: () => draws.shift() ?? 1 },
      ),
    );
    for (let request = 0; request < 4; request++) await harness.call('/a');
    return harness.served.map(({ cacheResult }) => cacheResult);
  };

  it('caches for itself, or with the stage where both serve the same deployment', async () => {
    expect(await sides({})).toEqual(['miss', 'miss', 'hit', 'hit']);
    expect(await sides({ deploymentId: 'dep123' })).toEqual(['miss', 'hit', 'hit', 'hit']);
  });

  it('has no cache unless it is told to use the stage’s', async () => {
    expect(await sides({ useStageCache: false })).toEqual(['miss', undefined, 'hit', undefined]);
  });
});
