import { expect, it } from 'vitest';
import { startService } from '../testing/service.ts';
import { quotaUsage } from './index.ts';

it('counts what is in use of quotas of the account, by their weights', async () => {
  const { api, store, call } = await startService();
  const { scope } = call();
  await api.createRestApi({ name: 'one', endpointConfiguration: { types: ['REGIONAL'] } }, call());
  await api.createRestApi({ name: 'two', endpointConfiguration: { types: ['EDGE'] } }, call());
  const usage = await quotaUsage(store, scope);
  const of = (what: string) => usage.find((row) => row.what === what);
  // Guide page api-gateway-execution-service-limits-table.
  expect(of('Regional APIs')).toEqual({ what: 'Regional APIs', per: 'account', owner: 'account', max: 600, used: 1 });
  expect(of('Edge-optimized APIs')).toMatchObject({ max: 120, used: 1 });
  expect(of('Resources')).toEqual({ what: 'Resources', per: 'parent', owner: 'API', max: 300 });
  expect(await quotaUsage(store, { ...scope, region: 'eu-west-1' })).toContainEqual(
    expect.objectContaining({ what: 'Regional APIs', used: 0 }),
  );
});
