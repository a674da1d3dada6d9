import { expect, it } from 'vitest';
import { ask, OPERATOR } from '../testing/ask.ts';
import { quotasEndpoint } from './index.ts';

const usage = { what: 'VPC Links', per: 'account', owner: 'account', max: 20, used: 3 } as const;
const endpoint = quotasEndpoint({
  profile: 'relaxed',
  rates: {
    total: { perSecond: 10, burst: 40 },
    refusal: 'Too Many Requests',
    rows: { CreateRestApi: { perSecond: 1 / 3, burst: 1 } },
    rowOf: (operation) => operation,
  },
  usage: async ({ accountId }) => (accountId === OPERATOR ? [usage] : []),
});

it('tells quotas of the account with what is in use, and how often operations may be called', async () => {
  const { demands, answer } = await ask([endpoint], { target: '/_sallyport/quotas' });
  expect(demands).toEqual([{ action: 'apigateway:GET', resource: 'arn:aws:apigateway:eu-central-1::/account' }]);
  expect(answer).toEqual({
    limits: 'relaxed',
    isEnforced: false,
    quotas: [usage],
    calls: [
      { perSecond: 10, burst: 40 },
      { operation: 'CreateRestApi', perSecond: 1 / 3, burst: 1 },
    ],
  });
});
