import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_common,
// class TestUsagePlans; the name of the test in brackets).
let service: TestService;
let apiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId: apiId } = await createDeployableApi(service));
  await deploy(service, apiId, 'dev');
});

const create = (input: Partial<Parameters<TestService['api']['createUsagePlan']>[0]> = {}) =>
  service.api.createUsagePlan({ name: 'gold', apiStages: [{ apiId, stage: 'dev' }], ...input }, service.call());
const update = (usagePlanId: string, ...patchOperations: { op: string; path: string; value?: string }[]) =>
  service.api.updateUsagePlan({ usagePlanId, patchOperations }, service.call());
const replace = (path: string, value: string) => ({ op: 'replace', path, value });

describe('CreateUsagePlan', () => {
  it('answers with what it was given (test_api_key_required_for_methods)', async () => {
    const plan = await create({
      description: 'Test Usage Plan for API key',
      quota: { limit: 10, period: 'DAY', offset: 0 },
      throttle: { rateLimit: 2, burstLimit: 1 },
      tags: { tag_key: 'tag_value' },
    });
    expect(plan).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      name: 'gold',
      description: 'Test Usage Plan for API key',
      apiStages: [{ apiId, stage: 'dev' }],
      quota: { limit: 10, offset: 0, period: 'DAY' },
      throttle: { burstLimit: 1, rateLimit: 2 },
      tags: { tag_key: 'tag_value' },
    });
    expect(service.plansPublished).toEqual([{ scope: service.call().scope, planIds: [plan.id] }]);
  });

  it('leaves out what was not given (test_usage_plan_crud, test_get_usage_plan_api_keys)', async () => {
    expect(await service.api.createUsagePlan({ name: 'p' }, service.call())).toEqual({
      id: expect.any(String),
      name: 'p',
      apiStages: [],
    });
  });

  it('wants its stages to be deployed (text as recorded for UpdateUsagePlan)', async () => {
    await expect(create({ apiStages: [{ apiId, stage: 'no' }] })).rejects.toMatchObject({
      code: 'NotFoundException',
      message: expect.stringMatching(/^Invalid API Stage \{api: \w+, stage: no\} specified for usageplan \w+$/),
    });
    expect((await service.api.getUsagePlans({}, service.call())).items).toEqual([]);
  });

  it.each([
    [{ limit: 1, offset: 1, period: 'DAY' }, 'Usage Plan quota offset must be zero in the DAY period'],
    [
      { limit: 1, offset: 7, period: 'WEEK' },
      'Usage Plan quota offset must be between 0 and 6 inclusive in the WEEK period',
    ],
    [
      { limit: 1, offset: 28, period: 'MONTH' },
      'Usage Plan quota offset must be between 0 and 27 inclusive in the MONTH period',
    ],
    [{ limit: 1 }, 'A usage plan quota needs a limit and a period'],
    [{ limit: -1, period: 'DAY' }, 'Usage Plan quota limit and offset must not be negative'],
  ])(
    'refuses the quota %j (the ranges of Terraform’s AWS provider; the last two texts are ours)',
    async (quota, message) => {
      await expect(create({ quota })).rejects.toMatchObject(refusal('BadRequestException', message));
    },
  );
});

describe('GetUsagePlan and GetUsagePlans', () => {
  it('show tags always for one plan, and in a list only where there are any (test_usage_plan_crud)', async () => {
    const { id: usagePlanId = '' } = await create();
    expect(await service.api.getUsagePlan({ usagePlanId }, service.call())).toMatchObject({ tags: {} });
    const { items } = await service.api.getUsagePlans({}, service.call());
    expect(items).toHaveLength(1);
    expect(items?.[0]).not.toHaveProperty('tags');
  });

  it('find the plans of a key (API reference, GetUsagePlans.keyId)', async () => {
    const { id: usagePlanId = '' } = await create();
    await create({ name: 'other', apiStages: [] });
    const key = await service.api.createApiKey({}, service.call());
    const keyId = key.id ?? '';
    await service.api.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_KEY' }, service.call());
    const { items } = await service.api.getUsagePlans({ keyId }, service.call());
    expect(items?.map(({ id }) => id)).toEqual([usagePlanId]);
  });
});

describe('UpdateUsagePlan', () => {
  let id: string;
  beforeEach(async () => {
    id = (await create()).id ?? '';
  });

  it('sets limits one by one (test_usage_plan_crud)', async () => {
    const changed = await update(
      id,
      replace('/throttle/burstLimit', '100'),
      replace('/throttle/rateLimit', '200'),
      replace('/quota/limit', '5000'),
      replace('/quota/period', 'MONTH'),
      replace('/quota/offset', '0'),
    );
    expect(changed).toEqual({
      id,
      name: 'gold',
      apiStages: [{ apiId, stage: 'dev' }],
      quota: { limit: 5000, offset: 0, period: 'MONTH' },
      throttle: { burstLimit: 100, rateLimit: 200 },
      tags: {},
    });
    expect(await update(id, { op: 'remove', path: '/quota' }, { op: 'remove', path: '/throttle' })).toEqual({
      id,
      name: 'gold',
      apiStages: [{ apiId, stage: 'dev' }],
      tags: {},
    });
    expect(service.plansPublished.at(-1)).toMatchObject({ planIds: [id] });
  });

  it('answers not found (test_usage_plan_crud)', async () => {
    await expect(update('nope')).rejects.toMatchObject(refusal('NotFoundException', 'Invalid Usage Plan ID specified'));
  });

  it.each([
    [{ op: 'add', path: '/apiStages' }, 'BadRequestException', 'Invalid API Stage specified'],
    [{ op: 'add', path: '/apiStages', value: 'fakevalue' }, 'BadRequestException', 'Invalid API Stage specified'],
  ] as const)('refuses %j (test_usage_plan_crud)', async (operation, code, message) => {
    await expect(update(id, operation)).rejects.toMatchObject(refusal(code, message));
  });

  it('names a stage that is not deployed (test_usage_plan_crud)', async () => {
    await expect(update(id, { op: 'add', path: '/apiStages', value: `${apiId}b:dev` })).rejects.toMatchObject(
      refusal('NotFoundException', `Invalid API Stage {api: ${apiId}b, stage: dev} specified for usageplan ${id}`),
    );
    await expect(update(id, { op: 'add', path: '/apiStages', value: `${apiId}:fake` })).rejects.toMatchObject(
      refusal('NotFoundException', `Invalid API Stage {api: ${apiId}, stage: fake} specified for usageplan ${id}`),
    );
  });

  it('removes a stage by its value, and lists what can be removed (boto3 issue 2629)', async () => {
    await expect(update(id, { op: 'remove', path: `/apiStages/${apiId}:dev` })).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        `Invalid patch path  '/apiStages/${apiId}:dev' specified for op 'remove'. Must be one of: [/apiStages, /quota, /throttle, /productCode, /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, /apiStages/<apidId:stageName>/throttle]`,
      ),
    );
    expect(await update(id, { op: 'remove', path: '/apiStages', value: `${apiId}:dev` })).toMatchObject({
      apiStages: [],
    });
  });

  // The commands of the guide, "Manage a usage plan by using the AWS CLI", and Terraform's spelling of their paths.
  it.each(['~1pets', '/pets'])('throttles a method at %s, and stops it', async (path) => {
    const throttle = `/apiStages/${apiId}:dev/throttle`;
    const set = await update(
      id,
      replace(`${throttle}/${path}/GET/rateLimit`, '0.1'),
      replace(`${throttle}/${path}/GET/burstLimit`, '1'),
      replace(`${throttle}///GET/burstLimit`, '7'),
    );
    expect(set.apiStages?.[0]?.throttle).toEqual({
      '/pets/GET': { rateLimit: 0.1, burstLimit: 1 },
      '//GET': { burstLimit: 7 },
    });
    const less = await update(id, { op: 'remove', path: `${throttle}/${path}/GET`, value: '' });
    expect(less.apiStages?.[0]?.throttle).toEqual({ '//GET': { burstLimit: 7 } });
    const none = await update(id, { op: 'remove', path: throttle, value: '' });
    expect(none.apiStages).toEqual([{ apiId, stage: 'dev' }]);
  });

  it('throttles methods all at once, by JSON in a JSON string (guide)', async () => {
    const value =
      '"{\\"/pets/GET\\":{\\"rateLimit\\":1.0,\\"burstLimit\\":1},\\"//GET\\":{\\"rateLimit\\":1.0,\\"burstLimit\\":1}}"';
    const changed = await update(id, replace(`/apiStages/${apiId}:dev/throttle`, value));
    expect(changed.apiStages?.[0]?.throttle).toEqual({
      '/pets/GET': { rateLimit: 1, burstLimit: 1 },
      '//GET': { rateLimit: 1, burstLimit: 1 },
    });
  });

  it.each(['', '{', '[]', '{"/pets/GET":1}', '{"/pets/GET":{"rateLimit":"x"}}'])(
    'refuses the throttles %j',
    async (value) => {
      await expect(update(id, replace(`/apiStages/${apiId}:dev/throttle`, value))).rejects.toMatchObject(
        refusal('BadRequestException', 'Invalid method throttle settings specified'),
      );
    },
  );
});

describe('a plan that cannot be (the texts are ours but for those of stages)', () => {
  it('is not made', async () => {
    const negative = 'Usage Plan throttle limits must not be negative';
    const throttled = (limits: object) => [{ apiId, stage: 'dev', throttle: { '/pets/GET': limits } }];
    for (const [input, message] of [
      [{ name: ' ' }, 'Usage plan name cannot be blank'],
      [{ throttle: { burstLimit: -1 } }, negative],
      [{ throttle: { rateLimit: -0.5 } }, negative],
      [{ apiStages: throttled({ rateLimit: -1 }) }, negative],
    ] as const) {
      await expect(create(input), JSON.stringify(input)).rejects.toMatchObject(refusal('BadRequestException', message));
    }
    await expect(create({ quota: { limit: 1, period: 'YEAR' as never } })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'YEAR' at 'createUsagePlanInput.quota.period' failed to satisfy constraint: Member must satisfy enum value set: [WEEK, DAY, MONTH]",
      ),
    );
    // Unfilled as AWS answers it (github.com/aws/aws-sdk issue 354).
    for (const half of [{ apiId }, { stage: 'dev' }, { apiId: '', stage: 'dev' }]) {
      await expect(create({ apiStages: [half] })).rejects.toMatchObject(
        refusal('BadRequestException', 'Invalid API Stage {api: %s, stage: %s} specified for usageplan %s'),
      );
    }
    const twice = create({
      apiStages: [
        { apiId, stage: 'dev' },
        { apiId, stage: 'dev' },
      ],
    });
    await expect(twice).rejects.toThrow(/^API Stage \w+:dev is in usage plan \w+ twice$/);
    expect((await service.api.getUsagePlans({}, service.call())).items).toEqual([]);
  });

  it('is not what another becomes', async () => {
    const { id = '' } = await create();
    for (const [path, value, message] of [
      ['/name', ' ', 'Usage plan name cannot be blank'],
      ['/throttle/burstLimit', '1.5', 'Invalid burst limit specified'],
      ['/throttle/rateLimit', '-1', 'Invalid rate limit specified'],
      ['/quota/limit', 'x', 'Invalid quota limit specified'],
      ['/quota/offset', '-1', 'Invalid quota offset specified'],
      ['/quota/period', 'YEAR', 'Invalid quota period specified. Must be one of [DAY, WEEK, MONTH]'],
      ['/quota/period', 'DAY', 'A usage plan quota needs a limit and a period'],
      [`/apiStages/${apiId}:prod/throttle//pets/GET/rateLimit`, '1', 'Invalid API Stage specified'],
    ] as const) {
      await expect(update(id, replace(path, value)), path).rejects.toMatchObject(
        refusal('BadRequestException', message),
      );
    }
    expect(await service.api.getUsagePlan({ usagePlanId: id }, service.call())).toMatchObject({ name: 'gold' });
  });

  it('has a product code that is set and unset (API reference, UpdateUsagePlan)', async () => {
    const { id = '' } = await create();
    expect(await update(id, { op: 'add', path: '/productCode', value: 'p1' })).toMatchObject({ productCode: 'p1' });
    expect(await update(id, replace('/productCode', 'p2'))).toMatchObject({ productCode: 'p2' });
    expect(await update(id, { op: 'remove', path: '/productCode' })).not.toHaveProperty('productCode');
  });
});

describe('DeleteUsagePlan', () => {
  it('wants the stages to be removed first (aws-sdk-js issue 3841)', async () => {
    const { id = '' } = await create();
    await expect(service.api.deleteUsagePlan({ usagePlanId: id }, service.call())).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        `Cannot delete Usage Plan ${id} because there are API Stages associated with it, including ${apiId}:dev`,
      ),
    );
    await update(id, { op: 'remove', path: '/apiStages', value: `${apiId}:dev` });
    await service.api.deleteUsagePlan({ usagePlanId: id }, service.call());
    expect(await service.store.scan({ name: 'UsagePlan' })).toEqual([]);
  });
});

describe('a stage that is deleted', () => {
  it.each(['stage', 'API'])('with its %s is in no plan any more', async (what) => {
    const { id: usagePlanId = '' } = await create();
    if (what === 'API') await service.api.deleteRestApi({ restApiId: apiId }, service.call());
    else await service.api.deleteStage({ restApiId: apiId, stageName: 'dev' }, service.call());
    expect(await service.api.getUsagePlan({ usagePlanId }, service.call())).toMatchObject({ apiStages: [] });
    expect(service.plansPublished.at(-1)).toMatchObject({ planIds: [usagePlanId] });
  });
});
