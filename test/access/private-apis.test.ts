import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';

// Guide pages apigateway-private-apis and apigateway-private-api-test-invoke-url, through the built command; its client is
// 127.0.0.1. The policy is the guide's ("source VPC endpoint").
const ENDPOINT = 'vpce-01234567abcdef012';
const OTHER = 'vpce-0393a628149c867ee';
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': ENDPOINT } },
    },
  ],
});

let server: Sallyport;
let api: string;

beforeAll(async () => {
  server = await startSallyport([
    '--ephemeral',
    '--vpc-endpoints',
    `${ENDPOINT}=vpc-1,127.0.0.0/8;${OTHER}=vpc-1,127.0.0.0/8`,
  ]);
  const { apis } = sdk(server.controlUrl);
  const endpointConfiguration = { types: ['PRIVATE' as const], vpcEndpointIds: [ENDPOINT] };
  const made = await apis.createRestApi({ name: 'Petstore', endpointConfiguration, policy });
  api = known(made.id);
  const method = { restApiId: api, resourceId: known(made.rootResourceId), httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await apis.putIntegrationResponse({
    ...method,
    statusCode: '200',
    responseTemplates: { 'application/json': '$context.identity.vpceId' },
  });
  await apis.createDeployment({ restApiId: api, stageName: 'test' });
});
afterAll(() => server.stop());

function get(base: string, headers: Readonly<Record<string, string>>, path = '/test'): Promise<string> {
  return new Promise((resolve, reject) => {
    request(new URL(path, base), { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(`${response.statusCode} ${text}`));
    })
      .on('error', reject)
      .end();
  });
}

describe.each(['gatewayUrl', 'controlUrl'] as const)('at the %s', (port) => {
  test('a private API answers who comes through the endpoint that its policy names', async () => {
    const base = server[port];
    const answer = `200 ${ENDPOINT}`;
    expect(await get(base, { host: `${api}.execute-api.us-west-2.amazonaws.com` })).toBe(answer);
    expect(await get(base, { host: `${api}-${ENDPOINT}.execute-api.us-west-2.amazonaws.com` })).toBe(answer);
    const host = `${ENDPOINT}-01234567.execute-api.us-west-2.vpce.amazonaws.com`;
    expect(await get(base, { host, 'x-apigw-api-id': api })).toBe(answer);
  });

  test('and nobody else', async () => {
    const base = server[port];
    const host = `${OTHER}-01234567.execute-api.us-west-2.vpce.amazonaws.com`;
    expect(await get(base, { host, 'x-apigw-api-id': api })).toMatch(/^403 .*with an explicit deny/);
    expect(await get(base, { host: `${api}-${OTHER}.execute-api.us-west-2.amazonaws.com` })).toBe(
      '403 {"message":"Forbidden"}',
    );
  });
});

test('a private domain name answers through the endpoint that is associated with it (tutorial apigateway-private-custom-domains)', async () => {
  const { apis } = sdk(server.controlUrl);
  const domainName = 'private.example.com';
  const endpointConfiguration = { types: ['PRIVATE' as const] };
  const { domainNameId = '', domainNameArn } = await apis.createDomainName({
    domainName,
    endpointConfiguration,
    policy,
  });
  await apis.createBasePathMapping({ domainName, domainNameId, restApiId: api, stage: 'test', basePath: 'v1' });
  const call = () => get(server.gatewayUrl, { host: domainName }, '/v1');
  expect(await call()).toBe('403 {"message":"Forbidden"}');
  const { domainNameAccessAssociationArn } = await apis.createDomainNameAccessAssociation({
    domainNameArn: known(domainNameArn),
    accessAssociationSource: ENDPOINT,
    accessAssociationSourceType: 'VPCE',
  });
  expect(await call()).toBe(`200 ${ENDPOINT}`);
  await apis.deleteDomainNameAccessAssociation({
    domainNameAccessAssociationArn: known(domainNameAccessAssociationArn),
  });
  expect(await call()).toBe('403 {"message":"Forbidden"}');
});
