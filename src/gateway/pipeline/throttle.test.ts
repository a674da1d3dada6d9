import { describe, expect, it } from 'vitest';
import type { LimitProfile, Method, MethodSetting } from '../../model/index.ts';
import type { Ask, Rate } from '../../rate-limit/index.ts';
import { closing } from '../testing/cleanup.ts';
import { startGateway } from '../testing/harness.ts';
import { integration, methodSetting } from '../testing/snapshots.ts';
import { usageOf } from '../testing/usage.ts';

// Fact D113, features A8.3 and A10.6, guide page api-gateway-request-throttling. Rates are so small that nothing fills up
// within a test.
const keep = closing();
const says: Partial<Method> = {
  methodResponses: { '200': { statusCode: '200' } },
  methodIntegration: integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: { '200': { statusCode: '200' } },
  }),
};
const NO_PLANS = { revision: 0, keys: [], plans: [] };
const limit = (throttlingBurstLimit: number, throttlingRateLimit = 0.001): MethodSetting =>
  methodSetting({ throttlingBurstLimit, throttlingRateLimit });

async function start(methodSettings: Readonly<Record<string, MethodSetting>>) {
  const methods = { '/a': { GET: says, POST: says }, '/b': { GET: says } };
  const harness = await keep(startGateway({ methods, stage: { methodSettings } }, undefined, usageOf(NO_PLANS)));
  const admitted = async (count: number, path = '/a', method = 'GET') => {
    let sum = 0;
    for (let request = 0; request < count; request++)
      sum += Number((await harness.call(path, { method })).status === 200);
    return sum;
  };
  return { ...harness, admitted };
}

describe('the throttle of a stage', () => {
  it('answers 429 as AWS does when the bucket is empty', async () => {
    const { call, admitted } = await start({ 'a/GET': limit(2) });
    expect(await admitted(2)).toBe(2);
    const answer = await call('/a');
    expect(answer).toMatchObject({ status: 429, body: '{"message":"Too Many Requests"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('TooManyRequestsException');
  });

  it('counts each method by itself, also where one limit is set for all', async () => {
    const { admitted } = await start({ '*/*': limit(2), 'b/GET': limit(3) });
    expect(await admitted(4)).toBe(2);
    expect(await admitted(4, '/a', 'POST')).toBe(2);
    expect(await admitted(4, '/b')).toBe(3);
  });

  it('of 0 lets nothing through (fact D115); of -1 is none', async () => {
    const { admitted } = await start({ 'a/GET': limit(0, 0), 'a/POST': limit(-1, -1) });
    expect(await admitted(2)).toBe(0);
    expect(await admitted(20, '/a', 'POST')).toBe(20);
  });

  it('serves what cannot be counted, and tells the operator', async () => {
    const leaseTokens = () => Promise.reject(new Error('the ledger is gone'));
    const harness = await keep(
      startGateway({ methods: { '/a': { GET: says } }, stage: { methodSettings: { '*/*': limit(1) } } }, undefined, {
        ...usageOf(NO_PLANS),
        leaseTokens,
      }),
    );
    expect((await harness.call('/a')).status).toBe(200);
    expect(harness.warnings).toEqual([expect.stringContaining('the ledger is gone')]);
  });
});

describe('the throttle of the account', () => {
  /** A ledger that counts as it is asked to, but for the account, whose bucket would take too long to empty. */
  const admittedUnder = async (limits: LimitProfile) => {
    const usage = usageOf(NO_PLANS);
    const asked = new Map<string, Rate>();
    const leaseTokens = (ask: Ask<Rate>) => {
      asked.set(ask.id, ask.terms);
      const isAccount = ask.id === 'throttle 123456789012/us-east-1';
      return usage.leaseTokens(isAccount ? { ...ask, terms: { perSecond: 0.001, burst: 3 } } : ask);
    };
    const methods = { '/a': { GET: says, POST: says }, '/b': { GET: says } };
    const stage = { methodSettings: { 'a/GET': limit(1) } };
    const harness = await keep(startGateway({ methods, stage }, undefined, { ...usage, leaseTokens }, limits));
    const statuses: number[] = [];
    for (const [method, path] of [
      ['GET', '/a'],
      ['GET', '/a'],
      ['GET', '/b'],
      ['POST', '/a'],
      ['POST', '/a'],
    ] as const) {
      statuses.push((await harness.call(path, { method })).status);
    }
    return { statuses, asked };
  };

  it('counts all methods together, after their own, under the limits `aws` (features A1.14)', async () => {
    const { statuses, asked } = await admittedUnder('aws');
    expect(statuses).toEqual([200, 429, 200, 200, 429]);
    expect(asked.get('throttle 123456789012/us-east-1')).toEqual({ perSecond: 10_000, burst: 5_000 });
  });

  it('is none otherwise: whoever runs Sallyport owns the machine', async () => {
    expect((await admittedUnder('relaxed')).statuses).toEqual([200, 429, 200, 200, 200]);
  });
});
