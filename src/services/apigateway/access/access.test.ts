import { beforeAll, expect, it } from 'vitest';
import { ACCOUNT_ID, startService, type TestService } from '../testing/service.ts';
import { apiGatewayAccess } from './access.ts';

// Actions and ARNs: Service Authorization Reference, "Amazon API Gateway Management".
let service: TestService;
beforeAll(async () => {
  service = await startService();
});

/** Each demand as its action and what stands behind `arn:aws:apigateway:us-east-1:`. */
async function demandsOf(name: string, method: string, uri: string, input: Record<string, unknown>) {
  const demands = await apiGatewayAccess(service.store)({ name, http: { method, uri } }, input, service.call());
  const all = (
    await Promise.all(demands.map(async (demand) => [demand, ...((await demand.further?.()) ?? [])]))
  ).flat();
  return all.map(({ action, resource }) => [action, resource.replace('arn:aws:apigateway:us-east-1:', '')]);
}

const DOMAIN = '/domainnames/{domainName}';
const MAPPING = `${DOMAIN}/basepathmappings/{basePath}`;
const patch = (path: string) => ({ patchOperations: [{ op: 'replace', path, value: '{}' }] });

it.each([
  ['GetRestApi', 'GET', '/restapis/{restApiId}', { restApiId: 'a/b' }, ':/restapis/a%2Fb'],
  // Every spelling finds the domain name, so a policy about it holds for every spelling.
  ['GetDomainName', 'GET', DOMAIN, { domainName: 'API.Example.com' }, ':/domainnames/api.example.com'],
  [
    'GetDomainName',
    'GET',
    '/v2/domainnames/{DomainName}',
    { DomainName: 'API.example.com' },
    ':/domainnames/api.example.com',
  ],
  [
    'DeleteDomainName',
    'DELETE',
    DOMAIN,
    { domainName: 'a.b', domainNameId: 'x1' },
    `${ACCOUNT_ID}:/domainnames/a.b+x1`,
  ],
  ['DeleteDomainName', 'DELETE', DOMAIN, { domainName: 'a.b+x1' }, ':/domainnames/a.b%2Bx1'],
  [
    'GetBasePathMapping',
    'GET',
    MAPPING,
    { domainName: 'a.b', domainNameId: 'x1', basePath: 'v1' },
    ':/domainnames/a.b+x1/basepathmappings/v1',
  ],
])('%s: %s on %s with %j needs one right', async (name, method, uri, input, resource) => {
  expect(await demandsOf(name, method, uri, input)).toEqual([[`apigateway:${method}`, resource]]);
});

it.each([
  ['UpdateRestApi', 'PATCH', '/restapis/{restApiId}', { restApiId: 'a', ...patch('/policy') }, 'UpdateRestApiPolicy'],
  ['CreateRestApi', 'POST', '/restapis', { name: 'a', policy: '{}' }, 'UpdateRestApiPolicy'],
  ['CreateDomainName', 'POST', '/domainnames', { domainName: 'a.b', policy: '{}' }, 'UpdateDomainNamePolicy'],
  ['UpdateDomainName', 'PATCH', DOMAIN, { domainName: 'a.b', ...patch('/policy') }, 'UpdateDomainNamePolicy'],
  [
    'UpdateDomainName',
    'PATCH',
    DOMAIN,
    { domainName: 'a.b', ...patch('/managementPolicy') },
    'UpdateDomainNameManagementPolicy',
  ],
])('%s: %s on %s with %j needs the right to set a policy, too', async (name, method, uri, input, action) => {
  const [own, second] = await demandsOf(name, method, uri, input);
  expect(own?.[0]).toBe(`apigateway:${method}`);
  expect(second).toEqual([`apigateway:${action}`, own?.[1]]);
});

it('asks at a private domain name for associations with it, and at associations by their own ARNs', async () => {
  const domainNameArn = `arn:aws:apigateway:us-east-1:${ACCOUNT_ID}:/domainnames/A.b+x1`;
  const [made, ended] = ['/domainnameaccessassociations', '/rejectdomainnameaccessassociations'];
  expect(await demandsOf('CreateDomainNameAccessAssociation', 'POST', made, { domainNameArn })).toEqual([
    ['apigateway:POST', `${ACCOUNT_ID}:${made}`],
    ['apigateway:CreateAccessAssociation', `${ACCOUNT_ID}:/domainnames/a.b+x1`],
  ]);
  expect(await demandsOf('RejectDomainNameAccessAssociation', 'POST', ended, { domainNameArn })).toEqual([
    ['apigateway:POST', `:${ended}`],
    ['apigateway:RejectAccessAssociation', `${ACCOUNT_ID}:/domainnames/a.b+x1`],
  ]);
  const domainNameAccessAssociationArn = `arn:x:/domainnameaccessassociations/domainname/a.b/vpcesource/vpce-1`;
  const uri = `${made}/{domainNameAccessAssociationArn}`;
  expect(
    await demandsOf('DeleteDomainNameAccessAssociation', 'DELETE', uri, { domainNameAccessAssociationArn }),
  ).toEqual([['apigateway:DELETE', `${ACCOUNT_ID}:${made}/domainname/a.b/vpcesource/vpce-1`]]);
});

const ROLE = 'arn:aws:iam::000000000000:role/r';
const rightsFor = (text: string) =>
  demandsOf('PutRestApi', 'PUT', '/restapis/{restApiId}', { restApiId: 'a', body: Buffer.from(text) });
const OWN = ['apigateway:PUT', ':/restapis/a'];
const PASS = ['iam:PassRole', ROLE];
const integration = { type: 'aws', uri: 'arn:x', credentials: ROLE };
const fileOf = (more: object) => JSON.stringify({ openapi: '3.0.1', info: {}, ...more });

// Guide pages api-gateway-swagger-extensions-integration, -authorizer and openapi-extensions-policy say where these stand.
it.each([
  [
    'an integration',
    fileOf({ paths: { '/': { get: { 'x-amazon-apigateway-integration': integration } } } }),
    [OWN, PASS],
  ],
  [
    'an integration that is referred to',
    fileOf({
      paths: { '/': { get: { 'x-amazon-apigateway-integration': { $ref: '#/components/x-here/there' } } } },
      components: { 'x-here': { there: integration } },
    }),
    [OWN, PASS],
  ],
  [
    'an authorizer',
    `swagger: '2.0'\nsecurityDefinitions:\n  a:\n    x-amazon-apigateway-authorizer: {type: token, "authorizer\\u0043redentials": "${ROLE}"}`,
    [OWN, PASS],
  ],
  ['a policy', fileOf({ 'x-amazon-apigateway-policy': {} }), [OWN, ['apigateway:UpdateRestApiPolicy', ':/restapis/a']]],
  ['the caller', fileOf({ a: { ...integration, credentials: 'arn:aws:iam::*:user/*' } }), [OWN]],
  ['nothing, for it is no file of an API', '"', [OWN]],
])('importing a file with %s needs the rights that setting it by itself needs', async (_, text, demands) => {
  expect(await rightsFor(text)).toEqual(demands);
});
