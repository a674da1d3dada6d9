import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_extended,
// class TestApigatewayApiKeysCrud, and of test_apigateway_common, class TestUsagePlans; the name of the test in brackets).
let service: TestService;
beforeEach(async () => {
  service = await startService();
});

const VALUE = 'apikey1234abcdefghij0123456789';
const create = (input: Parameters<TestService['api']['createApiKey']>[0] = {}) =>
  service.api.createApiKey(input, service.call());
const update = (apiKey: string, ...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateApiKey({ apiKey, patchOperations }, service.call());

describe('CreateApiKey', () => {
  it('makes a disabled key with an id and a value of its own (test_get_api_keys)', async () => {
    const key = await create({ name: 'test-key' });
    expect(key).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{10}$/),
      value: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
      name: 'test-key',
      enabled: false,
      stageKeys: [],
      createdDate: new Date('2025-07-02T13:13:23Z'),
      lastUpdatedDate: new Date('2025-07-02T13:13:23Z'),
    });
    expect(service.plansPublished).toEqual([{ scope: service.call().scope, keyIds: [key.id] }]);
  });

  it('takes a value, once in account and region (serverless issue 6458; fact D110)', async () => {
    expect(await create({ value: VALUE })).toMatchObject({ value: VALUE });
    await expect(create({ value: VALUE, name: 'other' })).rejects.toMatchObject(
      refusal('ConflictException', 'API Key already exists'),
    );
    const elsewhere = service.call({ region: 'eu-west-1' });
    expect(await service.api.createApiKey({ value: VALUE }, elsewhere)).toMatchObject({ value: VALUE });
  });

  it('has the value as its id for a caller who wants no distinct id (API reference, generateDistinctId)', async () => {
    expect(await create({ value: VALUE, generateDistinctId: false })).toMatchObject({ id: VALUE, value: VALUE });
    // Ours: an id stands in paths.
    await expect(create({ value: `${VALUE}/`, generateDistinctId: false })).rejects.toMatchObject(
      refusal('BadRequestException', 'This API Key value cannot be its id; ask for a distinct id'),
    );
  });

  it.each([
    ['k'.repeat(19), 'API Key value should be at least 20 characters'],
    ['k'.repeat(129), 'API Key value should be at most 128 characters'],
    [`${'k'.repeat(20)} `, 'API Key value can only have visible ASCII characters'],
  ])('refuses the value %j (fact D110; the first text as moto has it, the others are ours)', async (value, message) => {
    await expect(create({ value })).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('keeps stages of old, which must exist (API reference, stageKeys)', async () => {
    const { restApiId } = await createDeployableApi(service);
    await deploy(service, restApiId, 'prod');
    const stageKeys = [{ restApiId, stageName: 'prod' }];
    expect(await create({ stageKeys })).toMatchObject({ stageKeys: [`${restApiId}/prod`] });
    await expect(create({ stageKeys: [{ restApiId, stageName: 'no' }] })).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });
});

describe('GetApiKey and GetApiKeys', () => {
  it('hide the value unless it is asked for (test_get_api_keys; fact D110)', async () => {
    const { id: apiKey = '' } = await create({ value: VALUE });
    expect(await service.api.getApiKey({ apiKey }, service.call())).not.toHaveProperty('value');
    expect(await service.api.getApiKey({ apiKey, includeValue: true }, service.call())).toMatchObject({ value: VALUE });
    expect((await service.api.getApiKeys({}, service.call())).items?.[0]).not.toHaveProperty('value');
    const shown = await service.api.getApiKeys({ includeValues: true }, service.call());
    expect(shown.items?.[0]).toMatchObject({ value: VALUE });
  });

  it('find keys by the beginning of their name, in its case (test_get_api_keys)', async () => {
    await create({ name: 'test-key-1' });
    await create({ name: 'test-key-2' });
    await create();
    const find = async (nameQuery: string) =>
      (await service.api.getApiKeys({ nameQuery }, service.call())).items?.map(({ name }) => name).sort();
    expect(await find('test-key')).toEqual(['test-key-1', 'test-key-2']);
    expect(await find('test-key-2')).toEqual(['test-key-2']);
    expect(await find('TEST-KEY')).toEqual([]);
    expect(await find('st-key-1')).toEqual([]);
  });

  it('page also when names are left out (test_get_api_keys)', async () => {
    for (let index = 0; index < 12; index++)
      await create({ name: index % 3 === 0 ? `wanted-${index}` : `other-${index}` });
    const found: (string | undefined)[] = [];
    let position: string | undefined;
    do {
      const page = await service.api.getApiKeys(
        { nameQuery: 'wanted', limit: 2, ...(position && { position }) },
        service.call(),
      );
      expect(page.items?.length).toBeLessThanOrEqual(2);
      found.push(...(page.items ?? []).map(({ name }) => name));
      position = page.position;
    } while (position !== undefined);
    expect(found.sort()).toEqual(['wanted-0', 'wanted-3', 'wanted-6', 'wanted-9']);
  });

  it('find keys of a customer (API reference, customerId)', async () => {
    await create({ customerId: 'c1', name: 'one' });
    await create({ customerId: 'c2', name: 'two' });
    const found = await service.api.getApiKeys({ customerId: 'c2' }, service.call());
    expect(found.items?.map(({ name }) => name)).toEqual(['two']);
  });

  it('answer not found (text as moto has it)', async () => {
    await expect(service.api.getApiKey({ apiKey: 'nope' }, service.call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid API Key identifier specified'),
    );
  });
});

describe('UpdateApiKey', () => {
  it('answers without the value and with tags (test_api_key_required_for_methods)', async () => {
    const { id = '' } = await create({ name: 'k', enabled: true });
    const changed = await update(id, { op: 'replace', path: '/enabled', value: 'false' });
    expect(changed).toMatchObject({ id, enabled: false, name: 'k', tags: {}, stageKeys: [] });
    expect(changed).not.toHaveProperty('value');
    expect(service.plansPublished.at(-1)).toMatchObject({ keyIds: [id] });
  });

  it('changes name, description and customer (API reference, Patch Operations)', async () => {
    const { id = '' } = await create({ name: 'k', description: 'old' });
    const changed = await update(
      id,
      { op: 'replace', path: '/name', value: 'newName' },
      { op: 'replace', path: '/description', value: '' },
      { op: 'replace', path: '/customerId', value: 'c' },
    );
    expect(changed).toMatchObject({ name: 'newName', customerId: 'c' });
    expect(changed).not.toHaveProperty('description');
  });

  it('never changes the value (guide, "Set up API keys using the API Gateway REST API")', async () => {
    const { id = '' } = await create();
    await expect(update(id, { op: 'replace', path: '/value', value: VALUE })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Invalid patch path  '/value' specified for op 'replace'. Must be one of: [/customerId, /description, /enabled, /name]",
      ),
    );
  });

  it('holds names to the length that a new key has, and keeps stages of old (the texts are ours)', async () => {
    const { id = '' } = await create();
    const tooLong = refusal('BadRequestException', 'API Key name should be at most 1024 characters');
    await expect(create({ name: 'n'.repeat(1025) })).rejects.toMatchObject(tooLong);
    await expect(update(id, { op: 'replace', path: '/name', value: 'n'.repeat(1025) })).rejects.toMatchObject(tooLong);
    const stage = (op: string, value: string) => update(id, { op, path: '/stages', value });
    expect(await stage('add', 'abc123/dev')).toMatchObject({ stageKeys: ['abc123/dev'] });
    expect(await stage('remove', 'abc123/dev')).toMatchObject({ stageKeys: [] });
    await expect(stage('add', 'abc123')).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid stage key specified'),
    );
  });
});

describe('DeleteApiKey', () => {
  it('takes the key out of its plans (test_get_usage_plan_api_keys)', async () => {
    const { id = '' } = await create({ value: VALUE });
    const plan = await service.api.createUsagePlan({ name: 'p' }, service.call());
    const usagePlanId = plan.id ?? '';
    await service.api.createUsagePlanKey({ usagePlanId, keyId: id, keyType: 'API_KEY' }, service.call());
    await service.api.deleteApiKey({ apiKey: id }, service.call());
    expect((await service.api.getUsagePlanKeys({ usagePlanId }, service.call())).items).toEqual([]);
    for (const kind of ['ApiKey', 'ApiKeyValue', 'UsagePlanKey', 'ApiKeyPlan']) {
      expect(await service.store.scan({ name: kind }), kind).toEqual([]);
    }
    expect(await create({ value: VALUE })).toMatchObject({ value: VALUE });
  });
});

describe('tags', () => {
  it('stand on keys and plans by their ARNs (guide page arn-format-reference)', async () => {
    const key = await create({ tags: { a: '1' } });
    const plan = await service.api.createUsagePlan({ name: 'p' }, service.call());
    for (const path of [`apikeys/${key.id}`, `usageplans/${plan.id}`]) {
      const resourceArn = `arn:aws:apigateway:us-east-1::/${path}`;
      await service.api.tagResource({ resourceArn, tags: { b: '2' } }, service.call());
      expect((await service.api.getTags({ resourceArn }, service.call())).tags).toMatchObject({ b: '2' });
    }
    expect(await service.api.getApiKey({ apiKey: key.id ?? '' }, service.call())).toMatchObject({
      tags: { a: '1', b: '2' },
    });
  });
});
