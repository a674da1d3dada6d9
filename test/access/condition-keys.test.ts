import { describe, expect, inject, test } from 'vitest';
import { allow, createUser, iamClient } from '../support/identities.ts';
import { known, sdk } from '../support/sdk.ts';

// What calls of the control API say of what is there already, by the guide's own policies.
const { controlUrl } = inject('sallyport');
const root = sdk(controlUrl);
const iam = iamClient({ controlUrl });
const DENIED = { name: 'AccessDeniedException' };

async function apisOf(...statements: readonly object[]) {
  return sdk(controlUrl, await createUser(iam, ...statements));
}

const types = (type: 'PRIVATE' | 'REGIONAL') => ({ endpointConfiguration: { types: [type] } });

// Guide page security_iam_id-based-policy-examples, "Restrict API type": every API that is made or changed is private.
test('a user who may have private APIs has no others', async () => {
  const Action = ['DELETE', 'PATCH', 'POST', 'PUT'].map((verb) => `apigateway:${verb}`);
  const Resource = ['arn:aws:apigateway:us-east-1::/restapis', 'arn:aws:apigateway:us-east-1::/restapis/??????????'];
  const endpoint = { 'apigateway:Request/EndpointType': 'PRIVATE', 'apigateway:Resource/EndpointType': 'PRIVATE' };
  const Condition = { 'ForAllValues:StringEqualsIfExists': endpoint };
  const { apis } = await apisOf({ Effect: 'Allow', Action, Resource, Condition });
  const own = await apis.createRestApi({ name: 'private', ...types('PRIVATE') });
  await expect(apis.createRestApi({ name: 'regional', ...types('REGIONAL') })).rejects.toMatchObject(DENIED);
  const rename = { patchOperations: [{ op: 'replace' as const, path: '/name', value: 'renamed' }] };
  expect(await apis.updateRestApi({ restApiId: known(own.id), ...rename })).toMatchObject({ name: 'renamed' });
  const open = { op: 'replace', path: '/endpointConfiguration/types/PRIVATE', value: 'REGIONAL' } as const;
  await expect(apis.updateRestApi({ restApiId: known(own.id), patchOperations: [open] })).rejects.toMatchObject(DENIED);
  const regional = await root.apis.createRestApi({ name: 'regional', ...types('REGIONAL') });
  await expect(apis.updateRestApi({ restApiId: known(regional.id), ...rename })).rejects.toMatchObject(DENIED);
  await expect(apis.deleteRestApi({ restApiId: known(regional.id) })).rejects.toMatchObject(DENIED);
  await apis.deleteRestApi({ restApiId: known(own.id) });
});

// Guide page apigateway-tagging-iam-policy, example 1; inheritance by apigateway-tagging-supported-resources.
describe('tags on a resource', () => {
  const tagged = { ...allow('apigateway:*'), Condition: { StringEquals: { 'aws:ResourceTag/iamrole': 'readWrite' } } };
  const tags = (iamrole: string) => ({ tags: { iamrole } });

  test('are inherited by what is in an API, and a stage’s own go first', async () => {
    const user = await apisOf(allow('apigateway:GET'), tagged);
    const [own, other] = await Promise.all(
      ['readWrite', 'readOnly'].map((role) => root.apis.createRestApi({ name: 'tagged', ...tags(role) })),
    );
    const make = (api: typeof own) =>
      user.apis.createResource({ restApiId: known(api?.id), parentId: known(api?.rootResourceId), pathPart: 'a' });
    await make(own);
    await expect(make(other)).rejects.toMatchObject(DENIED);
    const restApiId = known(own?.id);
    const { id } = (await root.apis.getResources({ restApiId })).items?.[0] ?? {};
    const method = { restApiId, resourceId: known(id), httpMethod: 'GET' };
    await root.apis.putMethod({ ...method, authorizationType: 'NONE' });
    await root.apis.putIntegration({ ...method, type: 'MOCK' });
    const { id: deploymentId } = await root.apis.createDeployment({ restApiId });
    for (const [stageName, role] of [
      ['open', 'readWrite'],
      ['closed', 'readOnly'],
    ] as const)
      await root.apis.createStage({ restApiId, stageName, deploymentId, ...tags(role) });
    const change = (stageName: string) =>
      user.apis.updateStage({
        restApiId,
        stageName,
        patchOperations: [{ op: 'replace', path: '/description', value: 'x' }],
      });
    expect(await change('open')).toMatchObject({ description: 'x' });
    await expect(change('closed')).rejects.toMatchObject(DENIED);
  });

  test('of plans, keys, domain names and HTTP APIs count, too', async () => {
    const user = await apisOf(tagged);
    for (const [role, isAllowed] of [
      ['readWrite', true],
      ['readOnly', false],
    ] as const) {
      const plan = await root.apis.createUsagePlan({ name: 'plan', ...tags(role) });
      const key = await root.apis.createApiKey({ name: 'key', ...tags(role) });
      const domain = await root.apis.createDomainName({ domainName: `${role.toLowerCase()}.test`, ...tags(role) });
      const api = await root.v2.createApi({ Name: 'http', ProtocolType: 'HTTP', Tags: { iamrole: role } });
      const calls = [
        () => user.apis.getUsagePlan({ usagePlanId: known(plan.id) }),
        () => user.apis.getUsagePlanKeys({ usagePlanId: known(plan.id) }),
        () => user.apis.getApiKey({ apiKey: known(key.id) }),
        () => user.apis.getBasePathMappings({ domainName: known(domain.domainName) }),
        () => user.v2.getApiMappings({ DomainName: known(domain.domainName) }),
        () => user.v2.getRoutes({ ApiId: known(api.ApiId) }),
      ];
      for (const call of calls) {
        if (isAllowed) await call();
        else await expect(call()).rejects.toMatchObject(DENIED);
      }
    }
  });
});

// Service Authorization Reference, "Amazon API Gateway Management" and "... V2": keys of methods, authorizers, routes.
test('what methods, authorizers, routes and domain names say of themselves are keys', async () => {
  const guarded = (key: string, value: string) => ({
    ...allow('apigateway:*'),
    Condition: { StringEquals: { [`apigateway:Resource/${key}`]: value } },
  });
  const api = await root.apis.createRestApi({ name: 'keys' });
  const method = { restApiId: known(api.id), resourceId: known(api.rootResourceId), httpMethod: 'GET' };
  await root.apis.putMethod({ ...method, authorizationType: 'AWS_IAM', apiKeyRequired: true });
  const { ApiId = '' } = await root.v2.createApi({ Name: 'http', ProtocolType: 'HTTP' });
  const { RouteId = '' } = await root.v2.createRoute({ ApiId, RouteKey: 'GET /', AuthorizationType: 'AWS_IAM' });
  const { domainName = '' } = await root.apis.createDomainName({ domainName: 'keys.test', ...types('REGIONAL') });
  for (const [key, value, call] of [
    ['RouteAuthorizationType', 'AWS_IAM', (user) => user.apis.getMethod(method)],
    ['ApiKeyRequired', 'true', (user) => user.apis.getMethod(method)],
    ['ApiName', 'keys', (user) => user.apis.getRestApi({ restApiId: method.restApiId })],
    ['DisableExecuteApiEndpoint', 'false', (user) => user.apis.getRestApi({ restApiId: method.restApiId })],
    ['RouteAuthorizationType', 'AWS_IAM', (user) => user.v2.getRoute({ ApiId, RouteId })],
    ['ApiName', 'http', (user) => user.v2.getApi({ ApiId })],
    ['SecurityPolicy', 'TLS_1_2', (user) => user.apis.getDomainName({ domainName })],
    ['RoutingMode', 'BASE_PATH_MAPPING_ONLY', (user) => user.v2.getDomainName({ DomainName: domainName })],
  ] as readonly (readonly [string, string, (user: typeof root) => Promise<unknown>])[]) {
    await call(await apisOf(guarded(key, value)));
    await expect(call(await apisOf(guarded(key, 'another')))).rejects.toMatchObject(DENIED);
  }
});
