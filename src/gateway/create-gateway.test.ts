import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { StageSnapshot } from '../model/index.ts';
import { closing } from './testing/cleanup.ts';
import { noFunctions, startGateway, startGatewayWith } from './testing/harness.ts';
import { integration, snapshot } from './testing/snapshots.ts';

const keep = closing();

/** A MOCK method that answers with a fixed text. */
const says = (text: string) => ({
  methodResponses: { 200: { statusCode: '200' } },
  methodIntegration: integration({
    integrationResponses: { 200: { statusCode: '200', responseTemplates: { 'application/json': text } } },
  }),
});
const hello = { '/hello': { GET: says('hello') } };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('an API answers', () => {
  it('by Host and in both path forms (features A2.1)', async () => {
    const { callTarget } = await keep(startGateway({ methods: hello }));
    const host = ['Host', 'api1234567.execute-api.localhost:8080'];
    expect(await callTarget('/dev/hello', { headers: host })).toMatchObject({ status: 200, body: 'hello' });
    expect(await callTarget('/restapis/api1234567/dev/_user_request_/hello')).toMatchObject({ body: 'hello' });
    expect(await callTarget('/_aws/execute-api/api1234567/dev/hello')).toMatchObject({ body: 'hello' });
    expect(await callTarget('http://api1234567.execute-api.localhost/dev/hello')).toMatchObject({ body: 'hello' });
  });

  it('to the verb that X-HTTP-Method-Override names (fact D12)', async () => {
    const { call } = await keep(startGateway({ methods: { '/a': { GET: says('get'), DELETE: says('delete') } } }));
    expect((await call('/a', { headers: ['x-http-method-override', 'DELETE'] })).body).toBe('delete');
    expect((await call('/a', { headers: ['X-HTTP-Method-Override', 'BREW'] })).status).toBe(403);
  });
});

describe('nothing answers', () => {
  it('for an unknown path or verb, with AWS’s 42 bytes (fact D2)', async () => {
    const { call } = await keep(startGateway({ methods: hello }));
    for (const answer of [await call('/bye'), await call('/hello', { method: 'POST' }), await call('/')]) {
      expect(answer).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
      expect(answer.headers).toMatchObject({
        'x-amzn-errortype': 'MissingAuthenticationTokenException',
        'content-length': '42',
        'content-type': 'application/json',
        'x-amzn-requestid': expect.stringMatching(UUID),
        'x-amz-apigw-id': expect.stringMatching(/^[\w-]{15}=$/),
      });
      expect(answer.headers['x-amzn-trace-id']).toBeUndefined();
    }
  });

  it.each([
    ['/dev/hello', 'nosuchapi1.execute-api.localhost'],
    ['/prod/hello', 'api1234567.execute-api.localhost'],
    ['/', 'api1234567.execute-api.localhost'],
    ['/restapis/api1234567/prod/_user_request_/hello', 'localhost'],
  ])('for an unknown API or stage (%s on %s) with 403 Forbidden', async (target, host) => {
    const { callTarget } = await keep(startGateway({ methods: hello }));
    const answer = await callTarget(target, { headers: ['Host', host] });
    expect(answer).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('ForbiddenException');
  });

  it('where no API is named, with a word on how to name one', async () => {
    const { callTarget } = await keep(startGateway({ methods: hello }));
    const answer = await callTarget('/dev/hello');
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body).message).toContain('{apiId}.execute-api.localhost');
  });

  it('where it cannot be told safely what is meant', async () => {
    const { call } = await keep(startGateway({ methods: { '/{proxy+}': { GET: says('any') } } }));
    expect(await call('/a/../b')).toMatchObject({ status: 400, body: '{"message":"Bad Request"}' });
    expect(await call('/a/%2e%2e%2fb')).toMatchObject({ status: 400 });
  });

  it('at the default endpoint when that is disabled (fact D17)', async () => {
    const { call } = await keep(startGateway({ methods: hello, restApi: { disableExecuteApiEndpoint: true } }));
    expect(await call('/hello')).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
  });
});

describe('the request’s id (fact D19)', () => {
  it('may be the client’s when it is a UUID', async () => {
    const { call } = await keep(startGateway({ methods: hello }));
    const id = 'C6A2F0B1-1234-5678-9abc-def012345678';
    expect((await call('/hello', { headers: ['X-Amzn-RequestId', id] })).headers['x-amzn-requestid']).toBe(id);
    expect((await call('/none', { headers: ['X-Amzn-RequestId', id] })).headers['x-amzn-requestid']).toBe(id);
    const own = (await call('/hello', { headers: ['X-Amzn-RequestId', 'mine'] })).headers['x-amzn-requestid'];
    expect(own).toMatch(UUID);
  });
});

describe('a request that is too large (features A17, fact D15)', () => {
  it.each([
    ['REGIONAL', 10_240],
    ['EDGE', 8_192],
  ] as const)('by its URL of a %s API is 414 above %i bytes', async (type, max) => {
    const restApi = { endpointConfiguration: { types: [type], ipAddressType: 'ipv4' as const } };
    const { callTarget } = await keep(startGateway({ methods: hello, restApi }));
    const target = '/_aws/execute-api/api1234567/dev/hello?';
    expect((await callTarget(target.padEnd(max, 'x'))).status).toBe(200);
    expect(await callTarget(target.padEnd(max + 1, 'x'))).toMatchObject({
      status: 414,
      body: '{"message":"Request URI too long"}',
    });
  });

  it('by its method ARN is 414 above 1600 bytes', async () => {
    const { call } = await keep(startGateway({ methods: { '/{proxy+}': { GET: says('any') } } }));
    const head = 'arn:aws:execute-api:us-east-1:123456789012:api1234567/dev/GET/'.length;
    expect((await call(`/${'x'.repeat(1_600 - head)}`)).status).toBe(200);
    expect((await call(`/${'x'.repeat(1_601 - head)}`)).status).toBe(414);
  });

  it('by its headers is 431 above 20480 bytes', async () => {
    const { call } = await keep(startGateway({ methods: hello }));
    const used = 'Host: gateway\r\nConnection: close\r\nX: \r\n'.length;
    expect((await call('/hello', { headers: ['X', 'a'.repeat(20_480 - used)] })).status).toBe(200);
    expect((await call('/hello', { headers: ['X', 'a'.repeat(20_481 - used)] })).status).toBe(431);
  });

  it('by its headers to a private API is 431 above 8000 bytes (guide page api-gateway-execution-service-limits-table)', async () => {
    const restApi = { endpointConfiguration: { types: ['PRIVATE' as const], ipAddressType: 'ipv4' as const } };
    const { call } = await keep(startGateway({ methods: hello, restApi }));
    const used = 'Host: gateway\r\nConnection: close\r\nX: \r\n'.length;
    // Without a policy a private API is closed to everybody.
    expect((await call('/hello', { headers: ['X', 'a'.repeat(8_000 - used)] })).status).toBe(403);
    expect((await call('/hello', { headers: ['X', 'a'.repeat(8_001 - used)] })).status).toBe(431);
  });

  it('is served under the limits `off`, as far as the HTTP engine takes it', async () => {
    const methods = { '/{proxy+}': { GET: says('any') } };
    const { call } = await keep(startGateway({ methods }, undefined, undefined, 'off'));
    expect((await call(`/${'x'.repeat(2_000)}?${'y'.repeat(20_000)}`)).status).toBe(200);
    expect((await call('/x', { headers: ['X', 'a'.repeat(30_000)] })).status).toBe(200);
    expect((await call('/x', { headers: ['X', 'a'.repeat(66_000)] })).status).toBe(431);
  });

  it('by its body is 413 above 10 MB, whatever the method does with it', async () => {
    const { port } = await keep(startGateway({ methods: hello }));
    const socket = connect({ host: '127.0.0.1', port });
    socket.write('GET /_aws/execute-api/api1234567/dev/hello HTTP/1.1\r\nHost: h\r\nContent-Length: 10485761\r\n\r\n');
    const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    expect(answer).toMatch(/^HTTP\/1.1 413 [\s\S]*HTTP content length exceeded 10485760 bytes\.$/);
    socket.destroy();
  });
});

describe('a method that wants what is not built is never served open', () => {
  it('a request validator', async () => {
    const { call } = await keep(
      startGateway({ methods: { '/a': { GET: { ...says('open'), requestValidatorId: 'v' } } } }),
    );
    expect(await call('/a')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
  });

  it('a resource policy that cannot be read (facts D49, D107), after routing (fact D1)', async () => {
    const { call, warnings } = await keep(startGateway({ methods: hello, restApi: { policy: '{}' } }));
    const answer = await call('/hello');
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.headers['x-amzn-errortype']).toBe('AccessDeniedException');
    expect((await call('/none')).body).toContain('Missing Authentication Token');
    expect(warnings).toHaveLength(1);
  });

  it('a private endpoint (fact D157)', async () => {
    const restApi = { endpointConfiguration: { types: ['PRIVATE'] as const, ipAddressType: 'dualstack' as const } };
    expect((await (await keep(startGateway({ methods: hello, restApi }))).call('/hello')).status).toBe(403);
  });

  it('a private integration', async () => {
    const methodIntegration = integration({ type: 'HTTP_PROXY', uri: 'http://x/', connectionType: 'VPC_LINK' });
    const { call, warnings } = await keep(startGateway({ methods: { '/a': { GET: { methodIntegration } } } }));
    expect((await call('/a')).status).toBe(500);
    expect(warnings.join()).toContain('There is no VPC link');
  });
});

describe('stages', () => {
  const revision = (number: number, text: string): StageSnapshot =>
    snapshot({ methods: { '/hello': { GET: says(text) } }, revision: number });

  it('are replaced by a newer revision, and by no older one', async () => {
    const all = [revision(1, 'one'), revision(2, 'two')];
    const { gateway, call } = await keep(startGatewayWith(all, noFunctions));
    gateway.setStages([revision(1, 'one').ref]);
    expect((await call('/hello')).body).toBe('one');
    gateway.putStage(revision(2, 'two').ref);
    expect((await call('/hello')).body).toBe('two');
    gateway.putStage(revision(1, 'one').ref);
    expect((await call('/hello')).body).toBe('two');
  });

  it('that are removed do not exist', async () => {
    const { gateway, call } = await keep(startGateway({ methods: hello }));
    expect((await call('/hello')).status).toBe(200);
    gateway.removeStage('api1234567', 'dev');
    expect((await call('/hello')).status).toBe(403);
  });

  it('whose snapshot cannot be had fail with 500, and are tried again', async () => {
    const { gateway, call, warnings } = await keep(startGatewayWith([revision(1, 'one')], noFunctions));
    gateway.putStage(revision(9, 'never').ref);
    expect(await call('/hello')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
    expect(warnings.join()).toContain('no snapshot');
    gateway.setStages([revision(1, 'one').ref]);
    expect((await call('/hello')).body).toBe('one');
  });

  it('tell the operator once what they ask for and do not get', async () => {
    const { call, warnings } = await keep(
      startGateway({ methods: hello, stage: { tracingEnabled: true, accessLogSettings: {} } }),
    );
    await call('/hello');
    await call('/hello');
    expect(warnings).toEqual([expect.stringContaining('access logs'), expect.stringContaining('traces')]);
  });
});
