import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { UsageKey } from '../../model/index.ts';
import { ApiKeyTable } from './api-key-table.ts';

const scope = { accountId: '000000000000', region: 'us-east-1' };
const digestOf = (value: string): string => createHash('sha256').update(value).digest('base64');
const key = (enabled: boolean): UsageKey => ({ id: 'k', digest: digestOf('secret'), enabled, planIds: ['p'] });
const plans = [{ id: 'p', apiStages: [{ apiId: 'a', stage: 'dev' }] }];
const change = { scope, keys: [], removedKeys: [], plans: [], removedPlans: [] };

// Fact D112: a key that is disabled, gone or in no plan of the stage opens nothing, also when it was shown a moment ago.
it('a key that was shown opens nothing any more once it is disabled or deleted', () => {
  const table = new ApiKeyTable({ scope, revision: 1, keys: [key(true)], plans });
  const opens = (): boolean => [1, 2].every(() => table.find('secret', 'a/dev')?.keyId === 'k');
  expect(opens()).toBe(true);
  expect(table.find('other', 'a/dev')).toBeUndefined();
  table.apply({ ...change, revision: 2, keys: [key(false)] });
  expect(table.find('secret', 'a/dev')).toBeUndefined();
  table.apply({ ...change, revision: 3, keys: [key(true)] });
  expect(opens()).toBe(true);
  table.apply({ ...change, revision: 4, removedKeys: ['k'] });
  expect(table.find('secret', 'a/dev')).toBeUndefined();
});

it('all stages of a plan count together, and each key by itself (fact D114)', () => {
  const apiStages = ['dev', 'prod'].map((stage) => ({ apiId: 'a', stage }));
  const limits = {
    throttle: { rateLimit: 1, burstLimit: 1 },
    quota: { limit: 1, offset: 0, period: 'DAY' as const },
  };
  const other = { ...key(true), id: 'k2', digest: digestOf('other') };
  const table = new ApiKeyTable({
    scope,
    revision: 1,
    keys: [key(true), other],
    plans: [{ id: 'p', apiStages, ...limits }],
  });
  const counters = (value: string, stage: string) => {
    const found = table.find(value, `a/${stage}`);
    return [found?.throttle?.id, found?.quota?.id];
  };
  expect(counters('secret', 'dev')).toEqual(counters('secret', 'prod'));
  expect(counters('secret', 'dev')).not.toContain(undefined);
  expect(counters('other', 'dev')).not.toEqual(counters('secret', 'dev'));
});
