import { describe, expect, it } from 'vitest';
import type { Method, RestApi, VpcEndpoint } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { eventOf, returning } from '../testing/functions.ts';
import { startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';
import { VpcEndpointTable } from './vpc-endpoint-table.ts';

// Guide pages apigateway-private-apis and apigateway-private-api-test-invoke-url; fact D157. The test's client is 127.0.0.1.
const keep = closing();
const HERE: VpcEndpoint = { id: 'vpce-1a2b3c4d', vpcId: 'vpc-2f09a348', cidrs: ['127.0.0.0/8'] };
const ALSO_HERE: VpcEndpoint = { id: 'vpce-second', vpcId: 'vpc-2f09a348', cidrs: ['0.0.0.0/0'] };
const ELSEWHERE: VpcEndpoint = { id: 'vpce-elsewhere', vpcId: 'vpc-2', cidrs: ['192.0.2.0/24', '2001:db8::/32'] };
const FORBIDDEN = [403, '{"message":"Forbidden"}'];

const policyOf = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const statement = (Effect: 'Allow' | 'Deny', change: object = {}) => ({
  Effect,
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: '*',
  ...change,
});
const uri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';

async function start(
  vpcEndpoints: readonly VpcEndpoint[],
  restApi: Partial<RestApi> = {},
  method: Partial<Method> = {},
  associated: readonly string[] = [],
) {
  const run = returning({ statusCode: 200, body: 'in' });
  const methodIntegration = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri });
  const endpointConfiguration = {
    types: ['PRIVATE'] as const,
    ipAddressType: 'dualstack' as const,
    ...(associated.length > 0 && { vpcEndpointIds: associated }),
  };
  const harness = await keep(
    startGateway(
      {
        methods: { '/x': { GET: { methodIntegration, ...method } } },
        restApi: { endpointConfiguration, policy: policyOf(statement('Allow')), ...restApi },
      },
      run,
      undefined,
      undefined,
      { vpcEndpoints: () => vpcEndpoints },
    ),
  );
  const get = async (target: string, headers: readonly string[] = []) => {
    const { status, body } = await harness.callTarget(target, { headers });
    return [status, body];
  };
  return { ...harness, calls: run.calls, get };
}

const at = (host: string) => ['Host', host];

describe('a private API answers', () => {
  it.each([
    ['by private DNS', at('api1234567.execute-api.us-west-2.amazonaws.com')],
    ['by the alias of an associated endpoint', at('api1234567-vpce-1a2b3c4d.execute-api.us-west-2.amazonaws.com')],
    [
      'by the name of an endpoint and a header',
      [...at('vpce-1a2b3c4d-01234567.execute-api.us-west-2.vpce.amazonaws.com'), 'x-apigw-api-id', 'api1234567'],
    ],
    [
      'by the name of an endpoint in a zone',
      [...at('vpce-1a2b3c4d-0123-us-west-2a.execute-api.us-west-2.vpce.amazonaws.com'), 'X-Apigw-Api-Id', 'api1234567'],
    ],
    ['by a name of anybody’s and a header', [...at('gateway.example:80'), 'x-apigw-api-id', 'api1234567']],
  ])('%s', async (_, headers) => {
    const { get } = await start([ELSEWHERE, HERE], {}, {}, ['vpce-1a2b3c4d']);
    expect(await get('/dev/x', headers)).toEqual([200, 'in']);
  });

  it('by path', async () => {
    const { call } = await start([HERE]);
    expect((await call('/x')).status).toBe(200);
  });
});

describe('a private API does not exist', () => {
  it('for clients that come through no endpoint', async () => {
    const { get, calls } = await start([ELSEWHERE]);
    expect(await get('/dev/x', at('api1234567.execute-api.us-west-2.amazonaws.com'))).toEqual(FORBIDDEN);
    expect(calls).toEqual([]);
  });

  it('by the alias of an endpoint that is not associated, or that the client does not come through', async () => {
    const { get } = await start([HERE, ELSEWHERE], {}, {}, ['vpce-elsewhere']);
    expect(await get('/dev/x', at('api1234567-vpce-1a2b3c4d.execute-api.localhost'))).toEqual(FORBIDDEN);
    expect(await get('/dev/x', at('api1234567-vpce-elsewhere.execute-api.localhost'))).toEqual(FORBIDDEN);
    expect(await get('/dev/x', at('vpce-1a2b3c4d.execute-api.localhost'))).toEqual(FORBIDDEN);
  });

  it('without a policy', async () => {
    const endpointConfiguration = { types: ['PRIVATE'] as const, ipAddressType: 'dualstack' as const };
    const { call } = await keep(
      startGateway(
        { methods: { '/x': { GET: {} } }, restApi: { endpointConfiguration } },
        undefined,
        undefined,
        'relaxed',
        {
          vpcEndpoints: () => [HERE],
        },
      ),
    );
    expect((await call('/x')).body).toBe('{"message":"Forbidden"}');
  });

  it('where its default endpoint is closed', async () => {
    const { call } = await start([HERE], { disableExecuteApiEndpoint: true });
    expect((await call('/x')).status).toBe(403);
  });
});

describe('of several endpoints a request comes through', () => {
  const policy = (key: string, value: string) => ({
    policy: policyOf(statement('Allow', { Condition: { StringEquals: { [key]: value } } })),
  });

  it('that whose addresses are told most narrowly, or which its host name leads to', async () => {
    const { get } = await start([ALSO_HERE, HERE], policy('aws:SourceVpce', 'vpce-1a2b3c4d'));
    expect((await get('/dev/x', at('api1234567.execute-api.localhost')))[0]).toBe(200);
    const named = [...at('vpce-second-1.execute-api.us-west-2.vpce.amazonaws.com'), 'x-apigw-api-id', 'api1234567'];
    expect((await get('/dev/x', named))[0]).toBe(403);
  });

  it.each([
    ['127.0.0.1', undefined, 'vpce-1a2b3c4d'],
    ['127.0.0.1', 'vpce-second', 'vpce-second'],
    ['198.51.100.1', undefined, 'vpce-second'],
    ['192.0.2.7', undefined, 'vpce-elsewhere'],
    ['2001:db8::7', undefined, 'vpce-elsewhere'],
    ['2001:db9::7', undefined, undefined],
    ['127.0.0.1', 'vpce-elsewhere', undefined],
    ['127.0.0.1', 'vpce-unknown', undefined],
    ['', undefined, undefined],
  ])('(%s, %s): %s', (address, named, id) => {
    expect(new VpcEndpointTable([HERE, ALSO_HERE, ELSEWHERE]).find(address, named)?.id).toBe(id);
  });
});

describe('the resource policy of a private API', () => {
  it.each([
    ['aws:SourceVpce', 'vpce-1a2b3c4d', 'vpce-other'],
    ['aws:SourceVpc', 'vpc-2f09a348', 'vpc-other'],
    ['aws:VpcSourceIp', '127.0.0.1', '192.0.2.1'],
  ])('has the key %s (fact D105)', async (key, holds, fails) => {
    // The form of the guide's "source VPC" example: Allow, but Deny what differs.
    const on = (value: string) => ({
      policy: policyOf(statement('Allow'), statement('Deny', { Condition: { StringNotEquals: { [key]: value } } })),
    });
    expect((await (await start([HERE], on(holds))).call('/x')).status).toBe(200);
    const { status, body } = await (await start([HERE], on(fails))).call('/x');
    expect([status, body]).toEqual([
      403,
      '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:api1234567/dev/GET/x with an explicit deny"}',
    ]);
  });

  it('has no aws:SourceIp', async () => {
    const policy = policyOf(statement('Allow', { Condition: { IpAddress: { 'aws:SourceIp': '127.0.0.1' } } }));
    expect((await (await start([HERE], { policy })).call('/x')).status).toBe(403);
  });
});

it('events and $context name the endpoint (fact D61)', async () => {
  const { call, calls } = await start([HERE]);
  await call('/x');
  expect(eventOf(calls[0])).toMatchObject({
    requestContext: { identity: { vpcId: 'vpc-2f09a348', vpceId: 'vpce-1a2b3c4d', sourceIp: '127.0.0.1' } },
  });
  const methodIntegration = integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: {
      '200': {
        statusCode: '200',
        responseTemplates: { 'application/json': '$context.identity.vpceId in $context.identity.vpcId' },
      },
    },
  });
  const method = { methodIntegration, methodResponses: { '200': { statusCode: '200' } } };
  expect((await (await start([HERE], {}, method)).call('/x')).body).toBe('vpce-1a2b3c4d in vpc-2f09a348');
});

describe('the policy of an endpoint (guide page apigateway-vpc-endpoint-policies)', () => {
  const through = (policy: string) => start([{ ...HERE, policy }]);

  it('lets through what it allows', async () => {
    const of = (api: string) =>
      policyOf(statement('Allow', { Resource: [`arn:aws:execute-api:us-east-1:123456789012:${api}/*`] }));
    expect((await (await through(of('api1234567'))).call('/x')).status).toBe(200);
    const { status, body } = await (await through(of('a1b2c3d4e5'))).call('/x');
    expect([status, body]).toEqual([
      403,
      '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:api1234567/dev/GET/x"}',
    ]);
  });

  it('takes a bearer token for nobody, and refuses a wrong signature whatever the method asks for', async () => {
    const { call } = await through(policyOf(statement('Allow')));
    expect((await call('/x', { headers: ['Authorization', 'Bearer x'] })).status).toBe(200);
    const wrong = 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c';
    expect((await call('/x', { headers: ['Authorization', wrong] })).status).toBe(403);
    const presigned = 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a&X-Amz-SignedHeaders=host&X-Amz-Signature=c';
    expect((await call(`/x?${presigned}`)).status).toBe(403);
  });
});
