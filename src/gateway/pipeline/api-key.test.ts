import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ApiStage, Method, UsageKey, UsagePlanTerms } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { eventOf, returning } from '../testing/functions.ts';
import { startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';
import { type TestUsage, usageOf } from '../testing/usage.ts';

// Over real sockets; what counts is that of `rate-limit/`, with ledgers in memory. Facts D112 to D116.
const keep = closing();
const VALUE = 'apikey1234abcdefghij0123456789';
const HERE: ApiStage = { apiId: 'api1234567', stage: 'dev' };
const scope = { accountId: '123456789012', region: 'us-east-1' };

const key = (change: Partial<UsageKey> = {}): UsageKey => ({
  id: 'key1',
  digest: createHash('sha256').update(VALUE).digest('base64'),
  enabled: true,
  planIds: ['plan1'],
  ...change,
});
const plan = (change: Partial<UsagePlanTerms> = {}): UsagePlanTerms => ({ id: 'plan1', apiStages: [HERE], ...change });
const plans = (terms: Partial<UsagePlanTerms> = {}, keys = [key()]): TestUsage =>
  usageOf({ revision: 5, keys, plans: [plan(terms)] });

const says = (apiKeyRequired: boolean): Partial<Method> => ({
  apiKeyRequired,
  methodResponses: { '200': { statusCode: '200' } },
  methodIntegration: integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: { '200': { statusCode: '200' } },
  }),
});

async function start(usage: TestUsage) {
  const harness = await keep(
    startGateway(
      { methods: { '/a': { GET: says(true), ANY: says(true) }, '/open': { GET: says(false) } } },
      undefined,
      usage,
      undefined,
      { recentRequests: () => 10 },
    ),
  );
  const statusOf = async (headers: readonly string[] = ['x-api-key', VALUE], path = '/a', method = 'GET') =>
    (await harness.call(path, { headers, method })).status;
  const admitted = async (count: number, method = 'GET') => {
    let sum = 0;
    for (let request = 0; request < count; request++) sum += Number((await statusOf(undefined, '/a', method)) === 200);
    return sum;
  };
  return { ...harness, statusOf, admitted };
}

describe('a method that wants a key (fact D112)', () => {
  it('opens to one that is in a plan of this stage, whatever the case of the header’s name', async () => {
    const { statusOf } = await start(plans());
    expect(await statusOf(['X-API-Key', VALUE])).toBe(200);
  });

  it.each([
    ['no key', plans(), []],
    ['an empty key', plans(), ['x-api-key', '']],
    ['an unknown key', plans(), ['x-api-key', 'k'.repeat(30)]],
    ['a key in another case', plans(), ['x-api-key', VALUE.toUpperCase()]],
    ['a disabled key', plans({}, [key({ enabled: false })]), ['x-api-key', VALUE]],
    ['a key without a plan', plans({}, [key({ planIds: [] })]), ['x-api-key', VALUE]],
    ['a key whose plan opens another stage', plans({ apiStages: [{ ...HERE, stage: 'prod' }] }), ['x-api-key', VALUE]],
    ['a key whose plan is gone', plans({ id: 'plan2' }), ['x-api-key', VALUE]],
  ])('answers 403 to %s', async (_, usage, headers) => {
    const { call, statusOf } = await start(usage);
    expect(await call('/a', { headers })).toMatchObject({
      status: 403,
      body: '{"message":"Forbidden"}',
      headers: { 'x-amzn-errortype': 'ForbiddenException' },
    });
    expect(await statusOf(headers, '/open')).toBe(200);
  });

  it('answers 500 while the keys cannot be read, and tries again', async () => {
    let broken = true;
    const usage: TestUsage = {
      ...plans(),
      loadUsagePlans: (scope) => (broken ? Promise.reject(new Error('no link')) : plans().loadUsagePlans(scope)),
    };
    const { statusOf } = await start(usage);
    expect(await statusOf()).toBe(500);
    broken = false;
    expect(await statusOf()).toBe(200);
  });

  it('tells a function which key opened it (fact D61)', async () => {
    const run = returning({ statusCode: 200 });
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations';
    const methodIntegration = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri });
    const { call } = await keep(
      startGateway({ methods: { '/f': { GET: { apiKeyRequired: true, methodIntegration } } } }, run, plans()),
    );
    await call('/f', { headers: ['x-api-key', VALUE] });
    expect(eventOf(run.calls[0]).requestContext).toMatchObject({ identity: { apiKey: VALUE, apiKeyId: 'key1' } });
  });
});

describe('a change', () => {
  const change = { scope, revision: 6, keys: [], plans: [], removedKeys: [], removedPlans: [] };

  it('shows in the next request', async () => {
    const { statusOf, gateway } = await start(plans());
    expect(await statusOf()).toBe(200);
    gateway.usage.putUsagePlans({ ...change, keys: [key({ enabled: false })] });
    expect(await statusOf()).toBe(403);
    gateway.usage.putUsagePlans({ ...change, revision: 7, keys: [key()] });
    expect(await statusOf()).toBe(200);
    gateway.usage.putUsagePlans({ ...change, revision: 8, plans: [plan({ apiStages: [] })] });
    expect(await statusOf()).toBe(403);
    gateway.usage.putUsagePlans({ ...change, revision: 9, plans: [plan()] });
    expect(await statusOf()).toBe(200);
    gateway.usage.putUsagePlans({ ...change, revision: 10, removedKeys: ['key1'] });
    expect(await statusOf()).toBe(403);
  });

  it('that comes while the keys are loaded is not lost, and one that they hold already undoes nothing', async () => {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const usage: TestUsage = {
      ...plans(),
      loadUsagePlans: async (scope) => {
        await arrived;
        return plans().loadUsagePlans(scope);
      },
    };
    const { statusOf, gateway } = await start(usage);
    const first = statusOf();
    await new Promise((resolve) => setTimeout(resolve, 50));
    gateway.usage.putUsagePlans({ ...change, revision: 4, removedKeys: ['key1'] });
    arrive();
    expect(await first).toBe(200);
    gateway.usage.putUsagePlans({ ...change, revision: 6, removedKeys: ['key1'] });
    expect(await statusOf()).toBe(403);
  });

  it('after everything was deleted reads the keys anew', async () => {
    let snapshot = plans();
    const { statusOf, gateway } = await start({
      ...plans(),
      loadUsagePlans: (scope) => snapshot.loadUsagePlans(scope),
    });
    expect(await statusOf()).toBe(200);
    snapshot = usageOf({ revision: 0, keys: [], plans: [] });
    gateway.usage.forgetUsagePlans();
    expect(await statusOf()).toBe(403);
  });
});

describe('a throttle (facts D113 to D115)', () => {
  const slow = { rateLimit: 0.001, burstLimit: 3 };

  it.each(['leasing', 'owning'])('admits its burst, %s its tokens', async (mode) => {
    const { admitted, call, gateway } = await start(plans({ throttle: slow }));
    if (mode === 'owning') gateway.usage.ownThrottles([]);
    expect(await admitted(6)).toBe(3);
    expect(await call('/a', { headers: ['x-api-key', VALUE] })).toMatchObject({
      status: 429,
      body: '{"message":"Too Many Requests"}',
      headers: { 'x-amzn-errortype': 'TooManyRequestsException' },
    });
  });

  it('goes on where another process stood, and another where this one stands', async () => {
    const { admitted, gateway } = await start(plans({ throttle: slow }));
    const rate = { perSecond: 0.001, burst: 3 };
    gateway.usage.ownThrottles([{ id: '123456789012/us-east-1/plan1/key1', rate, level: 2 }]);
    expect(await admitted(1)).toBe(1);
    expect(gateway.usage.shareThrottles()).toMatchObject([{ id: '123456789012/us-east-1/plan1/key1' }]);
    expect(gateway.usage.shareThrottles()).toEqual([]);
  });

  it('of a method holds in its place, by the verb or by ANY (features A10.4)', async () => {
    const throttle = { '/a/GET': { rateLimit: 0.001, burstLimit: 1 }, '/a/ANY': { rateLimit: 0.001, burstLimit: 2 } };
    const { admitted } = await start(plans({ throttle: slow, apiStages: [{ ...HERE, throttle }] }));
    expect(await admitted(5)).toBe(1);
    expect(await admitted(5, 'PUT')).toBe(2);
    expect(await admitted(5, 'POST')).toBe(0);
  });

  it('of 0 admits nothing (fact D115); a limit left out is the account’s', async () => {
    expect(await (await start(plans({ throttle: { rateLimit: 0, burstLimit: 5 } }))).admitted(2)).toBe(0);
    expect(await (await start(plans({ throttle: { burstLimit: 0 } }))).admitted(2)).toBe(0);
    expect(await (await start(plans({ throttle: { rateLimit: 1 } }))).admitted(20)).toBe(20);
  });

  it('is another for each key', async () => {
    const other = key({ id: 'key2', digest: createHash('sha256').update('another').digest('base64') });
    const { admitted, statusOf } = await start(plans({ throttle: slow }, [key(), other]));
    expect(await admitted(5)).toBe(3);
    expect(await statusOf(['x-api-key', 'another'])).toBe(200);
  });
});

it('the id of the key that opened a method is remembered with the request, and never its value', async () => {
  const { statusOf, gateway } = await start(plans({ throttle: { rateLimit: 0.001, burstLimit: 1 } }));
  const sent = [undefined, undefined, ['x-api-key', 'another'], []];
  const statuses = [];
  for (const headers of sent) statuses.push(await statusOf(headers));
  await statusOf(undefined, '/open');
  expect(statuses).toEqual([200, 429, 403, 403]);
  const keys = (apiKeyId?: string) =>
    gateway.listRequests({ limit: 10, ...(apiKeyId && { apiKeyId }) }).map((one) => [one.status, one.apiKeyId]);
  expect(keys()).toEqual([
    [200, undefined],
    [403, undefined],
    [403, undefined],
    [429, 'key1'],
    [200, 'key1'],
  ]);
  expect(keys('key1')).toEqual([
    [429, 'key1'],
    [200, 'key1'],
  ]);
  const shown = gateway.listRequests({ limit: 10 }).map(({ requestId }) => gateway.findRequest(requestId, true));
  expect(JSON.stringify(shown)).not.toContain(VALUE);
});

describe('a quota (facts D115, D116)', () => {
  const quota = { limit: 3, offset: 1, period: 'DAY' } as const;

  it('admits its limit, less its offset, and a request that the throttle refused does not count', async () => {
    const { admitted, call } = await start(plans({ quota }));
    expect(await admitted(5)).toBe(2);
    expect(await call('/a', { headers: ['x-api-key', VALUE] })).toMatchObject({
      status: 429,
      body: '{"message":"Limit Exceeded"}',
      headers: { 'x-amzn-errortype': 'LimitExceededException' },
    });
  });

  it('that cannot be checked admits, with AWS’s words in the log (guide, "Test usage plans")', async () => {
    const { admitted, warnings } = await start({
      ...plans({ quota, throttle: { rateLimit: 1, burstLimit: 1 } }),
      leaseTokens: () => Promise.reject(new Error('no link')),
      leaseQuota: () => Promise.reject(new Error('no link')),
    });
    expect(await admitted(4)).toBe(4);
    expect(warnings.some((text) => text.includes('Usage Plan check failed due to an internal error'))).toBe(true);
  });
});
