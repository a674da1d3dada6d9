import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_extended,
// test_get_usage_plan_api_keys).
let service: TestService;
let apiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId: apiId } = await createDeployableApi(service));
  await deploy(service, apiId, 'dev');
});

const createPlan = async (...stages: string[]) =>
  (
    await service.api.createUsagePlan(
      { name: 'p', apiStages: stages.map((stage) => ({ apiId, stage })) },
      service.call(),
    )
  ).id ?? '';
const createKey = async (name?: string) =>
  (await service.api.createApiKey({ ...(name && { name }) }, service.call())).id ?? '';
const join = (usagePlanId: string, keyId: string) =>
  service.api.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_KEY' }, service.call());

describe('keys of a plan', () => {
  it('show their value', async () => {
    const plan = await createPlan();
    const key = await createKey('test-key');
    const shown = { id: key, name: 'test-key', type: 'API_KEY', value: expect.stringMatching(/^\w{40}$/) };
    expect(await join(plan, key)).toEqual(shown);
    expect(service.plansPublished.at(-1)).toEqual({ scope: service.call().scope, keyIds: [key] });
    expect(await service.api.getUsagePlanKey({ usagePlanId: plan, keyId: key }, service.call())).toEqual(shown);
    expect((await service.api.getUsagePlanKeys({ usagePlanId: plan }, service.call())).items).toEqual([shown]);
  });

  it('are found by the beginning of their name; an unknown plan has none', async () => {
    const plan = await createPlan();
    for (const name of ['test-key-1', 'test-key-2']) await join(plan, await createKey(name));
    const find = async (nameQuery: string, usagePlanId = plan) =>
      (await service.api.getUsagePlanKeys({ usagePlanId, nameQuery }, service.call())).items
        ?.map(({ name }) => name)
        .sort();
    expect(await find('test-key')).toEqual(['test-key-1', 'test-key-2']);
    expect(await find('TEST-key')).toEqual([]);
    expect(await find('test-key-1')).toEqual(['test-key-1']);
    expect(await find('nothing')).toEqual([]);
    expect((await service.api.getUsagePlanKeys({ usagePlanId: 'bad-id' }, service.call())).items).toEqual([]);
  });

  it('leave it again, once', async () => {
    const [plan, key] = [await createPlan(), await createKey()];
    await join(plan, key);
    await service.api.deleteUsagePlanKey({ usagePlanId: plan, keyId: key }, service.call());
    await expect(
      service.api.deleteUsagePlanKey({ usagePlanId: plan, keyId: key }, service.call()),
    ).rejects.toMatchObject(refusal('NotFoundException', 'Invalid API Key identifier specified'));
    await expect(service.api.getUsagePlanKey({ usagePlanId: plan, keyId: key }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid API Key identifier specified'),
    );
  });
});

// The text as quoted in aws-cdk issue 11876.
describe('one key, one plan a stage (fact D111)', () => {
  it('a key joins no second plan that opens the same stage', async () => {
    const [one, two, key] = [await createPlan('dev'), await createPlan('dev'), await createKey()];
    await join(one, key);
    await expect(join(two, key)).rejects.toMatchObject(
      refusal(
        'ConflictException',
        `Usage Plan ${two} cannot be added because API Key ${key} cannot reference multiple Usage Plans with the same API Stage: ${apiId}:dev`,
      ),
    );
    expect((await service.api.getUsagePlanKeys({ usagePlanId: two }, service.call())).items).toEqual([]);
  });

  it('a plan gains no stage that another plan opens to one of its keys', async () => {
    const [one, two, key] = [await createPlan('dev'), await createPlan(), await createKey()];
    await join(one, key);
    await join(two, key);
    await expect(
      service.api.updateUsagePlan(
        { usagePlanId: two, patchOperations: [{ op: 'add', path: '/apiStages', value: `${apiId}:dev` }] },
        service.call(),
      ),
    ).rejects.toMatchObject(
      refusal(
        'ConflictException',
        `Usage Plan ${two} cannot be added because API Key ${key} cannot reference multiple Usage Plans with the same API Stage: ${apiId}:dev`,
      ),
    );
  });

  it('a key may be in plans of different stages, and two keys in plans of the same', async () => {
    await deploy(service, apiId, 'prod');
    const [dev, prod, key, other] = [
      await createPlan('dev'),
      await createPlan('prod'),
      await createKey(),
      await createKey(),
    ];
    await join(dev, key);
    await join(prod, key);
    await join(prod, other);
    await expect(join(prod, other)).rejects.toMatchObject(
      refusal('ConflictException', `API Key ${other} is in Usage Plan ${prod} already`),
    );
  });

  it('neither may it be imported into both', async () => {
    const [one, two] = [await createPlan('dev'), await createPlan('dev')];
    const body = Buffer.from(`key,name,usageplanids\n${'k'.repeat(30)},n,"${one},${two}"\n`);
    const { ids, warnings } = await service.api.importApiKeys({ body, format: 'csv' }, service.call());
    expect(ids).toEqual([]);
    expect(warnings?.[0]).toContain('cannot reference multiple Usage Plans');
  });
});

it('a key type other than API_KEY is refused', async () => {
  const [usagePlanId, keyId] = [await createPlan(), await createKey()];
  await expect(
    service.api.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_STAGE' }, service.call()),
  ).rejects.toMatchObject(refusal('BadRequestException', 'Invalid key type specified. Must be API_KEY'));
});
