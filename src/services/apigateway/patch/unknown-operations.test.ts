import { Op } from '@aws-sdk/client-api-gateway';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { startService, type TestService } from '../testing/service.ts';

// The frames are recorded (localstack's snapshots of test_apigateway_api: UpdateGatewayResponse, UpdateRestApi, UpdateResource, UpdateMethod,
// UpdateStage and others), and hold for every entity that can be patched.
type PatchOperations = readonly { readonly op: string; readonly path: string; readonly value?: string }[];
type Update = (patchOperations: PatchOperations) => Promise<unknown>;

let updates: ReadonlyMap<string, Update>;
beforeAll(async () => {
  updates = await oneOfEach(await startService());
});

const UPDATES = [
  ['updateAccount', 'listing'],
  ['updateApiKey', 'listing'],
  ['updateAuthorizer', 'path'],
  ['updateBasePathMapping', 'listing'],
  ['updateClientCertificate', 'listing'],
  ['updateDeployment', 'listing'],
  ['updateDocumentationPart', 'listing'],
  ['updateDocumentationVersion', 'listing'],
  ['updateDomainName', 'path'],
  ['updateGatewayResponse', 'path'],
  ['updateIntegration', 'path'],
  ['updateIntegrationResponse', 'path'],
  ['updateMethod', 'path'],
  ['updateMethodResponse', 'path'],
  ['updateModel', 'listing'],
  ['updateRequestValidator', 'listing'],
  ['updateResource', 'listing'],
  ['updateRestApi', 'path'],
  ['updateStage', 'stage'],
  ['updateUsage', 'listing'],
  ['updateUsagePlan', 'listing'],
  ['updateVpcLink', 'listing'],
] as const;

it('every operation of the service model that patches is among them', async () => {
  const { APIGateway } = await import('@aws-sdk/client-api-gateway');
  const named = Object.getOwnPropertyNames(APIGateway.prototype).filter((name) => name.startsWith('update'));
  expect(UPDATES.map(([name]) => name)).toEqual(named.sort());
});

const WORDINGS = {
  listing: /^Invalid patch path {2}'\/no\/such' specified for op 'replace'\. Must be one of: \[\/.+\]$/,
  path: /^Invalid patch path \/no\/such$/,
  stage: /^Invalid method setting path: \/no\/such\. Must be one of: \[\/deploymentId, .+, \/tracingEnabled\]$/,
};

describe.each(UPDATES)('%s', (name, wording) => {
  const attempt = async (...operations: PatchOperations) =>
    updates
      .get(name)?.(operations)
      .catch((caught: unknown) => caught);

  it('refuses an operation that there is not, and names its place', async () => {
    const error = await attempt({ op: 'replace', path: '/x' }, { op: 'merge', path: '/x' });
    expect(error).toMatchObject({ code: 'ValidationException', statusCode: 400 });
    const { message } = error as Error;
    expect(message).toContain(
      `1 validation error detected: Value 'merge' at '${name}Input.patchOperations.2.member.op' failed to satisfy constraint: Member must satisfy enum value set: [`,
    );
    const [, listed = ''] = /enum value set: \[([^\]]*)\]/.exec(message) ?? [];
    expect(listed.split(', ').sort()).toEqual(Object.values(Op).sort());
  });

  it('refuses a path that there is not', async () => {
    expect(await attempt({ op: 'replace', path: '/no/such', value: 'x' })).toMatchObject({
      code: 'BadRequestException',
      statusCode: 400,
      message: expect.stringMatching(WORDINGS[wording]),
    });
  });

  it('without any operation changes nothing', async () => {
    expect(await attempt()).not.toBeInstanceOf(Error);
  });
});

/** Something of every kind that can be patched, and how. */
async function oneOfEach(service: TestService): Promise<ReadonlyMap<string, Update>> {
  const { api, call: newCall } = service;
  const call = newCall();
  const method = await createDeployableApi(service);
  const { restApiId } = method;
  const parent = await api.createResource({ restApiId, parentId: method.resourceId, pathPart: 'x' }, call);
  const response = { ...method, statusCode: '200' };
  await api.putMethodResponse(response, call);
  await api.putIntegrationResponse(response, call);
  const authorizer = await api.createAuthorizer(
    {
      restApiId,
      name: 'a',
      type: 'COGNITO_USER_POOLS',
      providerARNs: ['arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_A'],
      identitySource: 'method.request.header.Authorization',
    },
    call,
  );
  const validator = await api.createRequestValidator({ restApiId, name: 'v' }, call);
  const part = await api.createDocumentationPart({ restApiId, location: { type: 'API' }, properties: '{}' }, call);
  await api.createDocumentationVersion({ restApiId, documentationVersion: '1' }, call);
  const deploymentId = await deploy(service, restApiId, 'dev');
  const key = await api.createApiKey({}, call);
  const plan = await api.createUsagePlan({ name: 'p', quota: { limit: 1, period: 'DAY' } }, call);
  const [keyId, usagePlanId] = [key.id ?? '', plan.id ?? ''];
  await api.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_KEY' }, call);
  const domainName = 'api.example.com';
  await api.createDomainName({ domainName }, call);
  await api.createBasePathMapping({ domainName, restApiId, basePath: 'v1' }, call);
  const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/a/1'];
  const link = await api.createVpcLink({ name: 'l', targetArns }, call);
  const certificate = await api.generateClientCertificate({}, call);

  const addresses = {
    updateAccount: {},
    updateApiKey: { apiKey: keyId },
    updateAuthorizer: { restApiId, authorizerId: authorizer.id },
    updateBasePathMapping: { domainName, basePath: 'v1' },
    updateClientCertificate: { clientCertificateId: certificate.clientCertificateId },
    updateDeployment: { restApiId, deploymentId },
    updateDocumentationPart: { restApiId, documentationPartId: part.id },
    updateDocumentationVersion: { restApiId, documentationVersion: '1' },
    updateDomainName: { domainName },
    updateGatewayResponse: { restApiId, responseType: 'THROTTLED' },
    updateIntegration: method,
    updateIntegrationResponse: response,
    updateMethod: method,
    updateMethodResponse: response,
    updateModel: { restApiId, modelName: 'Error' },
    updateRequestValidator: { restApiId, requestValidatorId: validator.id },
    updateResource: { restApiId, resourceId: parent.id },
    updateRestApi: { restApiId },
    updateStage: { restApiId, stageName: 'dev' },
    updateUsage: { usagePlanId, keyId },
    updateUsagePlan: { usagePlanId },
    updateVpcLink: { vpcLinkId: link.id },
  };
  return new Map(
    Object.entries(addresses).map(([name, address]) => [
      name,
      // Each address is what its operation asks for; the compiler cannot see that through the names.
      async (patchOperations: PatchOperations) =>
        api[name as 'updateRestApi']({ ...address, patchOperations } as never, call),
    ]),
  );
}
