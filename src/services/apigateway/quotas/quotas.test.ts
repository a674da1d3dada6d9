import { expect, it } from 'vitest';
import type { LimitProfile } from '../../../model/index.ts';
import { createApi, createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// How many there may be: guide page api-gateway-execution-service-limits-table (features A17). The words for resources are
// recorded (hashicorp/terraform-provider-aws, issue 37605), those for authorizers too but for their number of spaces.
const reached = (what: string, owner: string) =>
  refusal(
    'LimitExceededException',
    `Maximum number of ${what} for this ${owner} has been reached.  Please contact AWS if you need additional ${what}.`,
  );

const times = async (count: number, act: (index: number) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < count; index++) await act(index);
};

async function withApi(profile: LimitProfile = 'aws') {
  const service = await startService(profile);
  const { restApiId, rootId } = await createApi(service);
  const createResource = (pathPart: string) =>
    service.api.createResource({ restApiId, parentId: rootId, pathPart }, service.call());
  return { ...service, service, restApiId, rootId, createResource };
}

it('300 resources an API, its root among them; a refused one leaves nothing, and a removed one makes room', async () => {
  const { api, call, restApiId, createResource } = await withApi();
  await times(299, (index) => createResource(`r${index}`));
  await expect(createResource('more')).rejects.toMatchObject(reached('Resources', 'API'));
  const { items = [] } = await api.getResources({ restApiId, limit: 500 }, call());
  expect(items).toHaveLength(300);
  expect(items.map(({ pathPart }) => pathPart)).not.toContain('more');
  const [any] = items.filter(({ pathPart }) => pathPart === 'r7');
  await api.deleteResource({ restApiId, resourceId: any?.id ?? '' }, call());
  expect(await createResource('more')).toMatchObject({ pathPart: 'more' });
});

it('counts each API by itself, and nothing under the other profiles', async () => {
  const { service, restApiId, createResource } = await withApi('relaxed');
  await times(305, (index) => createResource(`r${index}`));
  const strict = await withApi();
  await times(299, (index) => strict.createResource(`r${index}`));
  const other = await createApi(strict.service, 'other');
  const input = { restApiId: other.restApiId, parentId: other.rootId, pathPart: 'x' };
  expect(await strict.api.createResource(input, strict.call())).toMatchObject({ pathPart: 'x' });
  expect((await service.api.getResources({ restApiId, limit: 500 }, service.call())).items).toHaveLength(306);
});

it('what is at its quota can be changed', async () => {
  const { api, call, restApiId, rootId, createResource } = await withApi();
  await times(299, (index) => createResource(`r${index}`));
  const method = { restApiId, resourceId: rootId, httpMethod: 'GET', authorizationType: 'NONE' };
  expect(await api.putMethod(method, call())).toMatchObject({ httpMethod: 'GET' });
});

it('10 stages an API, also those that a deployment brings', async () => {
  const service = await startService('aws');
  const { restApiId } = await createDeployableApi(service);
  await times(10, (index) => deploy(service, restApiId, `s${index}`));
  await expect(deploy(service, restApiId, 'one-more')).rejects.toMatchObject(reached('Stages', 'API'));
  await deploy(service, restApiId, 's3');
  const { items = [] } = await service.api.getDeployments({ restApiId }, service.call());
  expect(items).toHaveLength(11);
});

it('10 authorizers an API', async () => {
  const { api, call, restApiId } = await withApi();
  const authorizerUri =
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations';
  const create = (name: string) =>
    api.createAuthorizer(
      { restApiId, name, type: 'TOKEN', authorizerUri, identitySource: 'method.request.header.Authorization' },
      call(),
    );
  await times(10, (index) => create(`a${index}`));
  await expect(create('more')).rejects.toMatchObject(reached('Authorizers', 'API'));
});

it('20 VPC links in an account and region', async () => {
  const { api, call } = await startService('aws');
  const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/n/50dc6c495c0c9188'];
  const create = (name: string) => api.createVpcLink({ name, targetArns }, call());
  await times(20, (index) => create(`v${index}`));
  await expect(create('more')).rejects.toMatchObject(reached('VPC Links', 'account'));
});

it('120 public domain names in an account and region, and 50 private ones', async () => {
  const { api, call } = await startService('aws');
  const create = (domainName: string, type: 'REGIONAL' | 'PRIVATE') =>
    api.createDomainName({ domainName, endpointConfiguration: { types: [type] } }, call());
  await times(120, (index) => create(`a${index}.example.com`, 'REGIONAL'));
  await expect(create('more.example.com', 'REGIONAL')).rejects.toMatchObject(reached('Public Domain Names', 'account'));
  await times(50, (index) => create(`p${index}.example.com`, 'PRIVATE'));
  await expect(create('more.example.com', 'PRIVATE')).rejects.toMatchObject(reached('Private Domain Names', 'account'));
});

it('400 KB of model schemas an API', async () => {
  const { api, call, restApiId } = await withApi();
  const create = (name: string, bytes: number) => {
    const schema = JSON.stringify({ type: 'object', description: 'x'.repeat(bytes) });
    return api.createModel({ restApiId, name, contentType: 'application/json', schema }, call());
  };
  await create('Large', 390 * 1024);
  await expect(create('More', 20 * 1024)).rejects.toMatchObject(reached('Model Bytes', 'API'));
  expect(await create('Small', 1024)).toMatchObject({ name: 'Small' });
});

it('120 edge-optimized APIs in an account and region, and 600 regional ones', async () => {
  const { api, call } = await startService('aws');
  const create = (type: 'EDGE' | 'REGIONAL', region?: string) =>
    api.createRestApi({ name: 'x', endpointConfiguration: { types: [type] } }, call(region ? { region } : {}));
  await times(120, () => create('EDGE'));
  await expect(create('EDGE')).rejects.toMatchObject(reached('Edge-optimized APIs', 'account'));
  expect(await create('EDGE', 'eu-west-1')).toMatchObject({ name: 'x' });
  const { id: restApiId = '' } = await create('REGIONAL');
  const toEdge = [{ op: 'replace' as const, path: '/endpointConfiguration/types/REGIONAL', value: 'EDGE' }];
  await expect(api.updateRestApi({ restApiId, patchOperations: toEdge }, call())).rejects.toMatchObject(
    reached('Edge-optimized APIs', 'account'),
  );
  expect((await api.getRestApi({ restApiId }, call())).endpointConfiguration?.types).toEqual(['REGIONAL']);
});

it('10 usage plans a key, 300 in an account and region', async () => {
  const { api, call } = await startService('aws');
  const { id: keyId = '' } = await api.createApiKey({ name: 'k' }, call());
  const planIds: string[] = [];
  await times(300, async (index) => {
    planIds.push((await api.createUsagePlan({ name: `p${index}` }, call())).id ?? '');
  });
  await expect(api.createUsagePlan({ name: 'more' }, call())).rejects.toMatchObject(reached('Usage Plans', 'account'));
  const join = (usagePlanId: string) => api.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_KEY' }, call());
  for (const planId of planIds.slice(0, 10)) await join(planId);
  await expect(join(planIds[10] ?? '')).rejects.toMatchObject(reached('Usage Plans', 'API Key'));
});

it('20 method throttles a stage in a plan', async () => {
  const service = await startService('aws');
  const { restApiId, rootId } = await createApi(service);
  const { api, call } = service;
  await times(21, (index) => api.createResource({ restApiId, parentId: rootId, pathPart: `r${index}` }, call()));
  const { items = [] } = await api.getResources({ restApiId, limit: 500 }, call());
  const paths = items.filter(({ path }) => path !== '/').map(({ id, path }) => ({ id: id ?? '', path: path ?? '' }));
  for (const { id: resourceId } of paths) {
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await api.putMethod({ ...method, authorizationType: 'NONE' }, call());
    await api.putIntegration({ ...method, type: 'MOCK' }, call());
  }
  await deploy(service, restApiId, 'dev');
  const throttle = (count: number) =>
    Object.fromEntries(paths.slice(0, count).map(({ path }) => [`${path}/GET`, { rateLimit: 1, burstLimit: 1 }]));
  const plan = (count: number) =>
    api.createUsagePlan(
      { name: 'p', apiStages: [{ apiId: restApiId, stage: 'dev', throttle: throttle(count) }] },
      call(),
    );
  expect(await plan(20)).toMatchObject({ name: 'p' });
  await expect(plan(21)).rejects.toMatchObject(reached('method throttles', 'stage'));
});

it('policies of 8192 characters, which an account can have raised', async () => {
  const Statement = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  const policy = JSON.stringify({ Version: '2012-10-17', Id: 'x'.repeat(8192), Statement });
  const create = async (profile: LimitProfile) => {
    const { api, call }: TestService = await startService(profile);
    return api.createRestApi({ name: 'x', policy }, call());
  };
  await expect(create('aws')).rejects.toMatchObject({
    code: 'BadRequestException',
    message: 'Resource policy exceeds the maximum length of 8192 characters',
  });
  expect(await create('relaxed')).toMatchObject({ name: 'x' });
});
