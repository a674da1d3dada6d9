import { describe, expect, it } from 'vitest';
import type { BasePathMapping, CustomDomain } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { eventOf, returning } from '../testing/functions.ts';
import { type Harness, startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

// Requests over real sockets to custom domain names, by Host.
const open = closing();
const uri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
const proxy = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri });

async function start(mappings: readonly Partial<BasePathMapping>[], change: Partial<CustomDomain> = {}) {
  const run = returning({ statusCode: 200, body: 'ok' });
  const harness = await open(
    startGateway(
      {
        methods: { '/x': { GET: { methodIntegration: proxy } }, '/{all+}': { GET: { methodIntegration: proxy } } },
        restApi: { disableExecuteApiEndpoint: true },
      },
      run,
    ),
  );
  harness.gateway.putDomain({
    scope: { accountId: '123456789012', region: 'us-east-1' },
    revision: 1,
    domainName: 'api.example.com',
    routingMode: 'BASE_PATH_MAPPING_ONLY',
    minTlsVersion: 'TLSv1.2',
    mappings: mappings.map((mapping) => ({
      apiMappingId: 'abc123',
      basePath: '(none)',
      restApiId: 'api1234567',
      ...mapping,
    })),
    ...change,
  });
  return { harness, calls: run.calls };
}

const call = (harness: Harness, path: string, host = 'api.example.com') =>
  harness.callTarget(path, { headers: ['Host', host] });

describe('the paths that a function sees (fact D14)', () => {
  it.each([
    ['no base path, no stage', {}, '/dev/x'],
    ['a base path, no stage', { basePath: 'base' }, '/base/dev/x'],
    ['a base path and a stage', { basePath: 'base', stage: 'dev' }, '/base/x'],
    ['no base path, a stage', { stage: 'dev' }, '/x'],
  ])('%s', async (_, mapping, path) => {
    const { harness, calls } = await start([mapping]);
    expect((await call(harness, `${path}?a=1`)).status).toBe(200);
    const event = eventOf(calls[0]);
    expect(event).toMatchObject({
      path,
      resource: '/x',
      requestContext: { path, stage: 'dev', resourcePath: '/x', domainName: 'api.example.com', domainPrefix: 'api' },
      queryStringParameters: { a: '1' },
    });
  });

  it('path parameters come from what follows the mapping', async () => {
    const { harness, calls } = await start([{ basePath: 'base', stage: 'dev' }]);
    await call(harness, '/base/a/b%20c');
    expect(eventOf(calls[0])).toMatchObject({ path: '/base/a/b%20c', pathParameters: { all: 'a/b c' } });
  });
});

describe('a custom domain name', () => {
  it('leads in where the default endpoint is closed (features A2.15)', async () => {
    const { harness } = await start([{ stage: 'dev' }]);
    expect((await call(harness, '/x')).status).toBe(200);
    const closed = await harness.callTarget('/dev/x', { headers: ['Host', 'api1234567.execute-api.localhost'] });
    expect([closed.status, closed.body]).toEqual([403, '{"message":"Forbidden"}']);
    expect((await harness.call('/x')).status).toBe(403);
  });

  it('answers 403 where nothing is mapped, and where the mapping leads nowhere (fact D150)', async () => {
    const { harness } = await start([{ basePath: 'v1', stage: 'gone' }, { basePath: 'v2' }]);
    for (const path of ['/', '/x', '/v1', '/v1/x', '/v2', '/v2/other/x']) {
      const { status, body } = await call(harness, path);
      expect([path, status, body]).toEqual([path, 403, '{"message":"Forbidden"}']);
    }
    expect((await call(harness, '/v2/dev/x')).status).toBe(200);
  });

  it('owns all of its paths: none of them names an API by itself', async () => {
    const { harness } = await start([]);
    expect((await call(harness, '/restapis/api1234567/dev/_user_request_/x')).status).toBe(403);
    expect((await call(harness, '/_aws/execute-api/api1234567/dev/x')).status).toBe(403);
  });

  it('answers health checks by itself (fact D16)', async () => {
    const { harness, calls } = await start([{ stage: 'dev' }]);
    for (const path of ['/ping', '/sping']) {
      const { status, body } = await call(harness, path);
      expect([status, body]).toEqual([200, 'healthy']);
    }
    expect(calls).toEqual([]);
    expect((await call(harness, '/ping/x')).status).toBe(200);
    expect(calls).toHaveLength(1);
  });

  it('with the access mode STRICT wants the same host in TLS and in HTTP (fact D155)', async () => {
    const { harness } = await start([{ stage: 'dev' }], { endpointAccessMode: 'STRICT' });
    expect((await call(harness, '/x')).status).toBe(403);
  });

  it('with mutual TLS lets nobody in over a connection that it did not verify (fact D156)', async () => {
    const { harness } = await start([{ stage: 'dev' }], { truststore: { id: 'api.example.com/1', pem: '' } });
    for (const path of ['/x', '/ping']) expect((await call(harness, path)).status).toBe(403);
  });

  it('leads by routing rules, and tells the API which one it was (facts D152, D153)', async () => {
    const header = (name: string) => [`method.response.header.${name}`, `context.customDomain.${name}`];
    const names = ['basePathMatched', 'routingRuleIdMatched'];
    const shown = {
      methodResponses: {
        200: {
          statusCode: '200',
          responseParameters: Object.fromEntries(names.map((name) => [`method.response.header.${name}`, false])),
        },
      },
      methodIntegration: integration({
        type: 'MOCK',
        integrationResponses: {
          200: { statusCode: '200', responseParameters: Object.fromEntries(names.map(header)) },
        },
      }),
    };
    const harness = await open(startGateway({ methods: { '/{all+}': { GET: shown } } }));
    harness.gateway.putDomain({
      scope: { accountId: '123456789012', region: 'us-east-1' },
      revision: 1,
      domainName: 'api.example.com',
      routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
      minTlsVersion: 'TLSv1.2',
      mappings: [{ apiMappingId: 'abc123', basePath: 'v1', restApiId: 'api1234567', stage: 'dev' }],
      rules: [
        {
          RoutingRuleId: 'rule12',
          RoutingRuleArn: '',
          Priority: 1,
          Conditions: [{ MatchHeaders: { AnyOf: [{ Header: 'X-Beta', ValueGlob: '*' }] } }],
          Actions: [{ InvokeApi: { ApiId: 'api1234567', Stage: 'dev', StripBasePath: false } }],
        },
      ],
    });
    const matched = async (...headers: string[]) => {
      const { headers: got } = await harness.callTarget('/v1/x', { headers: ['Host', 'api.example.com', ...headers] });
      return [got.basepathmatched, got.routingruleidmatched];
    };
    expect(await matched()).toEqual(['v1', '-']);
    expect(await matched('X-Beta', '1')).toEqual(['-', 'rule12']);
  });

  it('is served and forgotten from one request to the next', async () => {
    const { harness } = await start([{ stage: 'dev' }]);
    expect((await call(harness, '/x', 'API.example.com:8080')).status).toBe(200);
    harness.gateway.removeDomain({ domainName: 'api.example.com', revision: 1 });
    expect((await call(harness, '/x')).status).toBe(404);
  });
});
