import { describe, expect, it } from 'vitest';
import { ask, OPERATOR } from '../testing/ask.ts';
import { limitsEndpoint } from './index.ts';

const PLACE = `${OPERATOR}/eu-central-1`;
const rate = { perSecond: 2, burst: 10 };
const LEVELS = [
  { id: `throttle ${PLACE}`, rate: { perSecond: 10_000, burst: 5_000 }, level: 4_000 },
  { id: `throttle ${PLACE}/abc123/dev GET /pets/{id}`, rate, level: 3.5 },
  { id: `${PLACE}/plan01/key001`, rate, level: 0 },
  { id: `${PLACE}/plan01/key001/abc123/dev/pets/GET`, rate: { perSecond: 0, burst: 0 }, level: 0 },
  { id: `${OPERATOR}/us-east-1/plan01/key001`, rate, level: 1 },
  { id: '222222222222/eu-central-1/plan01/key001', rate, level: 1 },
];
const endpoint = limitsEndpoint({ levels: async () => LEVELS, now: () => 0 });

const kindsIn = (answer: unknown) =>
  (answer as { readonly buckets: readonly { readonly kind: string }[] }).buckets.map(({ kind }) => kind);

describe('GET /_sallyport/limits', () => {
  it('tells how full the buckets of this account and region are', async () => {
    const { answer } = await ask([endpoint], { target: '/_sallyport/limits' });
    const limits = { rateLimit: 2, burstLimit: 10 };
    expect(answer).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      buckets: [
        { kind: 'account', rateLimit: 10_000, burstLimit: 5_000, tokens: 4_000, fullInMs: 100 },
        {
          kind: 'method',
          apiId: 'abc123',
          stage: 'dev',
          httpMethod: 'GET',
          resourcePath: '/pets/{id}',
          ...limits,
          tokens: 3.5,
          fullInMs: 3_250,
        },
        { kind: 'key', planId: 'plan01', keyId: 'key001', ...limits, tokens: 0, fullInMs: 5_000 },
        {
          kind: 'key at a method',
          planId: 'plan01',
          keyId: 'key001',
          apiId: 'abc123',
          stage: 'dev',
          method: '/pets/GET',
          rateLimit: 0,
          burstLimit: 0,
          tokens: 0,
          fullInMs: null,
        },
      ],
    });
  });

  it.each([
    ['plan=plan01', ['key', 'key at a method'], ['/usageplans/plan01']],
    ['api=abc123&stage=dev', ['method', 'key at a method'], ['/restapis/abc123']],
    ['api=abc123&stage=prod', [], ['/restapis/abc123']],
    ['plan=plan01&api=abc123', ['key at a method'], ['/usageplans/plan01', '/restapis/abc123']],
    ['', ['account', 'method', 'key', 'key at a method'], ['/usageplans', '/restapis']],
  ])('of %s', async (query, kinds, places) => {
    const { demands, answer } = await ask([endpoint], { target: `/_sallyport/limits?${query}` });
    expect(kindsIn(answer)).toEqual(kinds);
    expect(demands).toEqual(
      places.map((place) => ({ action: 'apigateway:GET', resource: `arn:aws:apigateway:eu-central-1::${place}` })),
    );
  });

  it('refuses what is no id', async () => {
    await expect(ask([endpoint], { target: '/_sallyport/limits?api=a%2Fb' })).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});
