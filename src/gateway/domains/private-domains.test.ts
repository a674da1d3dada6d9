import { describe, expect, it } from 'vitest';
import type { CustomDomain, PrivateAccess, VpcEndpoint } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

// Guide pages apigateway-private-custom-domains and its tutorial, apigateway-vpc-endpoint-policies; fact D158. The client is 127.0.0.1.
const open = closing();
const NAME = 'private.example.com';
const ARN = `arn:aws:execute-api:us-east-1:123456789012:/domainnames/${NAME}+abcd1234`;
const HERE: VpcEndpoint = { id: 'vpce-1a2b3c4d', vpcId: 'vpc-1', cidrs: ['127.0.0.1'] };
const ELSEWHERE: VpcEndpoint = { id: 'vpce-elsewhere', vpcId: 'vpc-2', cidrs: ['192.0.2.1'] };

const policyOf = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (change: object = {}) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: '*',
  ...change,
});
/** The tutorial's, step 1. */
const tutorialsPolicy = (vpce: string) =>
  policyOf(allow({ Resource: ['execute-api:/*'] }), {
    ...allow({ Resource: ['execute-api:/*'], Condition: { StringNotEquals: { 'aws:SourceVpce': vpce } } }),
    Effect: 'Deny',
  });

const domain = (access: Partial<PrivateAccess>, change: Partial<CustomDomain> = {}): CustomDomain => ({
  scope: { accountId: '123456789012', region: 'us-east-1' },
  revision: 1,
  domainName: NAME,
  routingMode: 'BASE_PATH_MAPPING_ONLY',
  minTlsVersion: 'TLSv1.2',
  mappings: [{ apiMappingId: 'm', basePath: '(none)', restApiId: 'api1234567', stage: 'dev' }],
  access: { arn: ARN, vpcEndpointIds: [HERE.id], policy: tutorialsPolicy(HERE.id), ...access },
  ...change,
});

async function start(
  domains: readonly CustomDomain[],
  vpcEndpoints: readonly VpcEndpoint[] = [ELSEWHERE, HERE],
  apiPolicy = policyOf(allow()),
) {
  const methodIntegration = integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: { '200': { statusCode: '200', responseTemplates: { 'application/json': 'in' } } },
  });
  const harness = await open(
    startGateway(
      {
        methods: { '/x': { GET: { methodIntegration, methodResponses: { '200': { statusCode: '200' } } } } },
        restApi: { endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack' }, policy: apiPolicy },
      },
      undefined,
      undefined,
      undefined,
      { vpcEndpoints: () => vpcEndpoints },
    ),
  );
  harness.gateway.setDomains(domains);
  const get = async () => {
    const { status, body } = await harness.callTarget('/x', { headers: ['Host', NAME] });
    return [status, body];
  };
  return { ...harness, get };
}

const FORBIDDEN = [403, '{"message":"Forbidden"}'];

describe('a private domain name answers', () => {
  it('through an endpoint that is associated with it and that its policy allows', async () => {
    const { get, gateway } = await start([domain({})]);
    expect(await get()).toEqual([200, 'in']);
    gateway.putDomain(domain({ vpcEndpointIds: [] }, { revision: 2 }));
    expect(await get()).toEqual(FORBIDDEN);
  });

  it.each([
    ['without an association', { vpcEndpointIds: [ELSEWHERE.id] }],
    ['without a policy, which AWS makes one that denies all', { policy: undefined }],
    ['with a policy that names another endpoint', { policy: tutorialsPolicy(ELSEWHERE.id) }],
    ['with a policy that cannot be read', { policy: '{' }],
  ])('nobody %s', async (_, access) => {
    expect(await (await start([domain(access as Partial<PrivateAccess>)])).get()).toEqual(FORBIDDEN);
  });

  it('nobody who comes through no endpoint', async () => {
    expect(await (await start([domain({})], [ELSEWHERE])).get()).toEqual(FORBIDDEN);
  });

  it('only as far as the API’s own policy and the endpoint’s allow it, too', async () => {
    const closed = policyOf({ ...allow(), Effect: 'Deny' });
    expect((await (await start([domain({})], undefined, closed)).get())[0]).toBe(403);
    const through = (policy: string) => start([domain({})], [{ ...HERE, policy }]);
    const api = 'arn:aws:execute-api:us-east-1:123456789012:api1234567/*';
    // Examples 5 and 4.
    expect((await (await through(policyOf(allow({ Resource: [ARN, api] })))).get())[0]).toBe(200);
    expect(await (await through(policyOf(allow({ Resource: [api] })))).get()).toEqual(FORBIDDEN);
    const via = (arn: string) => allow({ Condition: { ArnEquals: { 'execute-api:viaDomainArn': arn } } });
    expect((await (await through(policyOf(allow({ Resource: ARN }), via(ARN)))).get())[0]).toBe(200);
    expect((await (await through(policyOf(allow({ Resource: ARN }), via(`${ARN}x`)))).get())[0]).toBe(403);
  });
});

describe('of several domain names of one name', () => {
  const other = domain({ arn: `${ARN}2`, vpcEndpointIds: [ELSEWHERE.id] }, { mappings: [] });

  it('an endpoint leads to the one that it is associated with', async () => {
    const { get, gateway } = await start([other, domain({})]);
    expect(await get()).toEqual([200, 'in']);
    gateway.removeDomain({ domainName: NAME, revision: 1, access: { arn: ARN } });
    expect(await get()).toEqual(FORBIDDEN);
  });

  it('the public one answers whom no private one lets in', async () => {
    const { access: _, ...publicDomain } = domain({}, { mappings: [] });
    const { callTarget } = await start([other, publicDomain]);
    expect((await callTarget('/ping', { headers: ['Host', NAME] })).body).toBe('healthy');
  });
});
