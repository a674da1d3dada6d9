import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { createDeployableApi, deploy } from './testing/apis.ts';
import { startService, type TestService } from './testing/service.ts';
import { loadUsagePlanChange, loadUsagePlans } from './usage-plan-snapshots.ts';

// What the data plane needs to decide fact D112, by hand.
let service: TestService;
beforeEach(async () => {
  service = await startService();
});

test('a worker gets digests, never values, and the terms of plans', async () => {
  const { restApiId: apiId } = await createDeployableApi(service);
  await deploy(service, apiId, 'dev');
  const { scope } = service.call();
  const throttle = { rateLimit: 5, burstLimit: 10 };
  const plan = await service.api.createUsagePlan(
    { name: 'p', apiStages: [{ apiId, stage: 'dev' }], throttle },
    service.call(),
  );
  const key = await service.api.createApiKey({ enabled: true }, service.call());
  const [planId, keyId] = [plan.id ?? '', key.id ?? ''];
  await service.api.createUsagePlanKey({ usagePlanId: planId, keyId, keyType: 'API_KEY' }, service.call());
  const digest = createHash('sha256')
    .update(key.value ?? '')
    .digest('base64');
  const keys = [{ id: keyId, digest, enabled: true, planIds: [planId] }];
  const plans = [{ id: planId, apiStages: [{ apiId, stage: 'dev' }], throttle }];

  const snapshot = await loadUsagePlans(service.store, scope);
  expect(snapshot).toEqual({ scope, keys, plans });
  expect(JSON.stringify(snapshot)).not.toContain(key.value);
  expect(await loadUsagePlanChange(service.store, { scope, keyIds: [keyId, 'gone'], planIds: ['gone'] })).toEqual({
    scope,
    keys,
    plans: [],
    removedKeys: ['gone'],
    removedPlans: ['gone'],
  });
});
