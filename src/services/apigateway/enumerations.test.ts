import * as model from '@aws-sdk/client-api-gateway';
import { beforeAll, expect, it } from 'vitest';
import { createApiWithMethod } from './testing/apis.ts';
import { bodyOf } from './testing/imports.ts';
import { startService, type TestService } from './testing/service.ts';

// What may stand in a member is the published service model's; so are the places that violations name (recorded for
// `createRestApiInput`, `putIntegrationInput` and `createDocumentationPartInput`, the others made alike).
const NO = 'NO_SUCH_WORD' as never;
const ARN = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/a/1';

let service: TestService;
let method: { restApiId: string; resourceId: string; httpMethod: string };
beforeAll(async () => {
  service = await startService();
  method = await createApiWithMethod(service);
});

type Api = TestService['api'];
type Case = readonly [at: string, words: object, call: (api: Api, call: ReturnType<TestService['call']>) => unknown];

const apiId = () => ({ restApiId: method.restApiId });
const CASES: readonly Case[] = [
  [
    'createRestApiInput.apiKeySource',
    model.ApiKeySourceType,
    (api, call) => api.createRestApi({ name: 'x', apiKeySource: NO }, call),
  ],
  [
    'createRestApiInput.endpointConfiguration.types',
    model.EndpointType,
    (api, call) => api.createRestApi({ name: 'x', endpointConfiguration: { types: [NO] } }, call),
  ],
  [
    'createRestApiInput.endpointConfiguration.ipAddressType',
    model.IpAddressType,
    (api, call) => api.createRestApi({ name: 'x', endpointConfiguration: { ipAddressType: NO } }, call),
  ],
  [
    'createRestApiInput.securityPolicy',
    model.SecurityPolicy,
    (api, call) => api.createRestApi({ name: 'x', securityPolicy: NO }, call),
  ],
  [
    'createRestApiInput.endpointAccessMode',
    model.EndpointAccessMode,
    (api, call) => api.createRestApi({ name: 'x', endpointAccessMode: NO }, call),
  ],
  [
    'createAuthorizerInput.type',
    model.AuthorizerType,
    (api, call) => api.createAuthorizer({ ...apiId(), name: 'x', type: NO }, call),
  ],
  ['putIntegrationInput.type', model.IntegrationType, (api, call) => api.putIntegration({ ...method, type: NO }, call)],
  [
    'putIntegrationInput.connectionType',
    model.ConnectionType,
    (api, call) => api.putIntegration({ ...method, type: 'MOCK', connectionType: NO }, call),
  ],
  [
    'putIntegrationInput.contentHandling',
    model.ContentHandlingStrategy,
    (api, call) => api.putIntegration({ ...method, type: 'MOCK', contentHandling: NO }, call),
  ],
  [
    'putIntegrationInput.responseTransferMode',
    model.ResponseTransferMode,
    (api, call) => api.putIntegration({ ...method, type: 'MOCK', responseTransferMode: NO }, call),
  ],
  [
    'putIntegrationResponseInput.contentHandling',
    model.ContentHandlingStrategy,
    (api, call) => api.putIntegrationResponse({ ...method, statusCode: '200', contentHandling: NO }, call),
  ],
  [
    'responseType',
    model.GatewayResponseType,
    (api, call) => api.putGatewayResponse({ ...apiId(), responseType: NO }, call),
  ],
  [
    'createDocumentationPartInput.location.type',
    model.DocumentationPartType,
    (api, call) => api.createDocumentationPart({ ...apiId(), location: { type: NO }, properties: '{}' }, call),
  ],
  ['type', model.DocumentationPartType, (api, call) => api.getDocumentationParts({ ...apiId(), type: NO }, call)],
  [
    'locationStatus',
    model.LocationStatusType,
    (api, call) => api.getDocumentationParts({ ...apiId(), locationStatus: NO }, call),
  ],
  [
    'createStageInput.cacheClusterSize',
    model.CacheClusterSize,
    (api, call) => api.createStage({ ...apiId(), stageName: 'x', deploymentId: 'x', cacheClusterSize: NO }, call),
  ],
  [
    'createDeploymentInput.cacheClusterSize',
    model.CacheClusterSize,
    (api, call) => api.createDeployment({ ...apiId(), stageName: 'x', cacheClusterSize: NO }, call),
  ],
  [
    'putRestApiInput.mode',
    model.PutMode,
    (api, call) => api.putRestApi({ ...apiId(), mode: NO, body: bodyOf('{}') }, call),
  ],
  [
    'importDocumentationPartsInput.mode',
    model.PutMode,
    (api, call) => api.importDocumentationParts({ ...apiId(), mode: NO, body: bodyOf('{}') }, call),
  ],
  [
    'importApiKeysInput.format',
    model.ApiKeysFormat,
    (api, call) => api.importApiKeys({ format: NO, body: bodyOf('') }, call),
  ],
  [
    'createUsagePlanInput.quota.period',
    model.QuotaPeriodType,
    (api, call) => api.createUsagePlan({ name: 'x', quota: { limit: 1, period: NO } }, call),
  ],
  [
    'createDomainNameInput.endpointConfiguration.types',
    model.EndpointType,
    (api, call) => api.createDomainName({ domainName: 'a.b.c', endpointConfiguration: { types: [NO] } }, call),
  ],
  [
    'createDomainNameInput.endpointConfiguration.ipAddressType',
    model.IpAddressType,
    (api, call) => api.createDomainName({ domainName: 'a.b.c', endpointConfiguration: { ipAddressType: NO } }, call),
  ],
  [
    'createDomainNameInput.securityPolicy',
    model.SecurityPolicy,
    (api, call) => api.createDomainName({ domainName: 'a.b.c', securityPolicy: NO }, call),
  ],
  [
    'createDomainNameInput.endpointAccessMode',
    model.EndpointAccessMode,
    (api, call) => api.createDomainName({ domainName: 'a.b.c', endpointAccessMode: NO }, call),
  ],
  [
    'createDomainNameInput.routingMode',
    model.RoutingMode,
    (api, call) => api.createDomainName({ domainName: 'a.b.c', routingMode: NO }, call),
  ],
  [
    'getDomainNamesInput.resourceOwner',
    model.ResourceOwner,
    (api, call) => api.getDomainNames({ resourceOwner: NO }, call),
  ],
  [
    'getDomainNameAccessAssociationsInput.resourceOwner',
    model.ResourceOwner,
    (api, call) => api.getDomainNameAccessAssociations({ resourceOwner: NO }, call),
  ],
  [
    'createDomainNameAccessAssociationInput.accessAssociationSourceType',
    model.AccessAssociationSourceType,
    (api, call) =>
      api.createDomainNameAccessAssociation(
        { domainNameArn: ARN, accessAssociationSourceType: NO, accessAssociationSource: 'vpce-1' },
        call,
      ),
  ],
];

it.each(CASES)('%s has the words of the service model, and no others', async (at, words, call) => {
  const error = await Promise.resolve(call(service.api, service.call())).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'ValidationException', statusCode: 400 });
  const { message } = error as Error;
  expect(message).toMatch(/^1 validation error detected: Value '\[?NO_SUCH_WORD\]?' at '/);
  expect(message).toContain(` at '${at}' failed to satisfy constraint: Member must satisfy `);
  const [, listed = ''] = /enum value set: \[([^\]]*)\]/.exec(message) ?? [];
  expect(listed.split(', ').sort()).toEqual(Object.values(words).sort());
});
