import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, known, type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

// The built command, called by the JavaScript SDK of version 2 of the API. The AWS CLI of Debian does not know routing rules.
const DomainName = 'petstore.example.com';
let server: Sallyport;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let client: Sdk;
let first: string;
let second: string;

beforeAll(async () => {
  upstream = await startUpstream((request, response) => response.end(request.url));
  server = await startSallyport(['--ephemeral', '--workers', '1', '--max-workers', '1']);
  client = sdk(server.controlUrl);
  first = await deployProxy(client, '{proxy}', `${upstream.url}/first/{proxy}`, 'prod', {
    requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
  });
  second = await deployProxy(client, 'pets', `${upstream.url}/second`, 'prod');
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
});

async function ask(path: string, headers: Readonly<Record<string, string>> = {}, host = DomainName) {
  const { request } = await import('node:http');
  const { hostname, port } = new URL(server.gatewayUrl);
  return new Promise<string>((resolve, reject) => {
    request({ hostname, port, path, headers: { ...headers, host }, agent: false }, async (response) => {
      let text = `${response.statusCode} `;
      for await (const chunk of response) text += chunk;
      resolve(text);
    })
      .on('error', reject)
      .end();
  });
}

const invoke = (ApiId: string, StripBasePath = false) => [{ InvokeApi: { ApiId, Stage: 'prod', StripBasePath } }];
const header = (Header: string, ValueGlob: string) => ({ MatchHeaders: { AnyOf: [{ Header, ValueGlob }] } });

describe('routing rules (facts D151 to D153)', () => {
  test('are made, served, changed, listed and deleted over the wire', async () => {
    const made = await client.v2.createDomainName({
      DomainName,
      DomainNameConfigurations: [{ EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }],
      RoutingMode: 'ROUTING_RULE_THEN_API_MAPPING',
    });
    expect(made).toMatchObject({ RoutingMode: 'ROUTING_RULE_THEN_API_MAPPING', DomainName });
    // Both versions of the API see the one domain name.
    expect(await client.apis.getDomainName({ domainName: DomainName })).toMatchObject({
      routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
    });
    expect(await ask('/pets')).toBe('403 {"message":"Forbidden"}');

    const rule = await client.v2.createRoutingRule({
      DomainName,
      Priority: 50,
      Conditions: [header('Hello', 'Wor*'), { MatchBasePaths: { AnyOf: ['shop'] } }],
      Actions: invoke(first, true),
    });
    // The form of the guide's own answer (page apigateway-routing-rules-use).
    expect(rule.RoutingRuleArn).toBe(
      `arn:aws:apigateway:us-east-1:000000000000:/domainnames/${DomainName}/routingrules/${rule.RoutingRuleId}`,
    );
    expect(rule.Actions).toEqual(invoke(first, true));
    expect(await ask('/shop/pets', { hello: 'World' })).toBe('200 /first/pets');
    expect(await ask('/shop/pets')).toBe('403 {"message":"Forbidden"}');

    await client.v2.createApiMapping({ DomainName, ApiId: second, Stage: 'prod' });
    expect(await ask('/pets')).toBe('200 /second');
    const catchAll = await client.v2.createRoutingRule({
      DomainName,
      Priority: 1_000_000,
      Conditions: [],
      Actions: invoke(first),
    });
    expect(await ask('/pets')).toBe('200 /first/pets');

    const RoutingRuleId = known(catchAll.RoutingRuleId);
    const changed = await client.v2.putRoutingRule({
      DomainName,
      RoutingRuleId,
      Priority: 10,
      Conditions: [header('x-beta', '*')],
      Actions: invoke(first),
    });
    expect(await client.v2.getRoutingRule({ DomainName, RoutingRuleId })).toMatchObject({
      Priority: 10,
      RoutingRuleArn: changed.RoutingRuleArn,
    });
    expect(await ask('/pets')).toBe('200 /second');
    const page = await client.v2.listRoutingRules({ DomainName, MaxResults: 1 });
    const rest = await client.v2.listRoutingRules({ DomainName, NextToken: page.NextToken });
    const priorities = [...known(page.RoutingRules), ...known(rest.RoutingRules)].map(({ Priority }) => Priority);
    expect(priorities).toEqual([10, 50]);
    expect(rest.NextToken).toBeUndefined();

    await client.v2.updateDomainName({ DomainName, RoutingMode: 'API_MAPPING_ONLY' });
    expect(await ask('/pets', { 'x-beta': '1' })).toBe('200 /second');
    await client.v2.updateDomainName({ DomainName, RoutingMode: 'ROUTING_RULE_ONLY' });
    expect(await ask('/pets')).toBe('403 {"message":"Forbidden"}');
    await client.v2.deleteRoutingRule({ DomainName, RoutingRuleId });
    await expect(client.v2.getRoutingRule({ DomainName, RoutingRuleId })).rejects.toMatchObject({
      name: 'NotFoundException',
    });
    expect(await ask('/pets', { 'x-beta': '1' })).toBe('403 {"message":"Forbidden"}');
  });

  test('that lead nowhere or have the priority of another are refused, and change nothing', async () => {
    const Conditions = [header('a', '1')];
    const asked = { DomainName, Priority: 60, Conditions, Actions: invoke(first) };
    const create = (change: object) => client.v2.createRoutingRule({ ...asked, ...change });
    await expect(create({ Priority: 50 })).rejects.toMatchObject({ name: 'ConflictException' });
    await expect(create({ Actions: invoke('nope123456') })).rejects.toMatchObject({ name: 'BadRequestException' });
    const Actions = [{ InvokeApi: { ApiId: first, Stage: 'nope' } }];
    await expect(create({ Actions })).rejects.toMatchObject({ message: 'Invalid stage identifier specified' });
    await expect(create({ DomainName: 'no.example.com' })).rejects.toMatchObject({ name: 'NotFoundException' });
    await expect(create({ Conditions: undefined })).rejects.toMatchObject({ name: 'BadRequestException' });
    const { RoutingRules } = await client.v2.listRoutingRules({ DomainName });
    expect(RoutingRules).toHaveLength(1);
  });
});

describe('API mappings', () => {
  test('of both versions are one list, and several segments are matched (facts D149, D154)', async () => {
    const domain = { DomainName: 'mapped.example.com' };
    await client.v2.createDomainName({ ...domain, DomainNameConfigurations: [{}] });
    const mapping = await client.v2.createApiMapping({
      ...domain,
      ApiId: first,
      Stage: 'prod',
      ApiMappingKey: 'orders/v1',
    });
    await client.apis.createBasePathMapping({ domainName: domain.DomainName, restApiId: second, stage: 'prod' });
    expect(await ask('/orders/v1/pets', {}, domain.DomainName)).toBe('200 /first/pets');
    expect(await ask('/pets', {}, domain.DomainName)).toBe('200 /second');
    const { Items = [] } = await client.v2.getApiMappings(domain);
    expect(Items.map(({ ApiMappingKey }) => ApiMappingKey)).toEqual(['', 'orders/v1']);
    const ApiMappingId = known(mapping.ApiMappingId);
    const address = { ...domain, ApiMappingId };
    expect(await client.v2.updateApiMapping({ ...address, ApiId: first, ApiMappingKey: 'v2' })).toMatchObject({
      ApiMappingId,
      ApiMappingKey: 'v2',
    });
    expect(await client.v2.getApiMapping(address)).toMatchObject({ ApiId: first, Stage: 'prod', ApiMappingKey: 'v2' });
    expect(await ask('/v2/pets', {}, domain.DomainName)).toBe('200 /first/pets');
    await expect(
      client.v2.createApiMapping({ ...domain, ApiId: first, Stage: 'prod', ApiMappingKey: 'v2' }),
    ).rejects.toMatchObject({
      name: 'ConflictException',
      message: 'ApiMapping key already exists for this domain name',
    });
    await client.v2.deleteApiMapping(address);
    await expect(client.v2.getApiMapping(address)).rejects.toMatchObject({ name: 'NotFoundException' });
    const { Items: domains = [] } = await client.v2.getDomainNames({});
    expect(domains.map(({ DomainName }) => DomainName)).toContain(domain.DomainName);
    await client.v2.deleteDomainName(domain);
    await expect(client.v2.getDomainName(domain)).rejects.toMatchObject({ name: 'NotFoundException' });
  });
});
