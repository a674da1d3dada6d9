import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Integration, Method } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { type Harness, type Reply, type Seen, startBackend, startGateway } from '../../testing/harness.ts';
import { integration } from '../../testing/snapshots.ts';

const keep = closing();

async function http(
  change: Partial<Integration> = {},
  reply?: (seen: Seen) => Reply,
  method: Partial<Method> = {},
): Promise<Harness & { readonly seen: Seen[] }> {
  const backend = await keep(startBackend(reply));
  const methodIntegration = integration({
    type: 'HTTP',
    httpMethod: 'POST',
    uri: `${backend.url}/target`,
    integrationResponses: { 200: { statusCode: '200' } },
    ...change,
  });
  const methodResponses = { 200: { statusCode: '200' }, 404: { statusCode: '404' } };
  const gateway = await keep(
    startGateway({ methods: { '/x': { ANY: { methodResponses, methodIntegration, ...method } } } }),
  );
  return { ...gateway, seen: backend.seen };
}

describe('the request of a non-proxy HTTP integration', () => {
  it('has a target of what can stand in one, percent-encoded where it cannot (RFC 3986 section 2.1)', async () => {
    const backend = await keep(startBackend());
    const uri = `${backend.url}/é/\u{1f600}/{name}?q=<\u{1f600}>`;
    const requestParameters = { 'integration.request.path.name': 'method.request.body.name' };
    const { call } = await http({ uri, requestParameters });
    await call('/x', { method: 'POST', body: '{"name": "a\\ud83d/b"}' });
    expect(backend.seen[0]?.url).toBe('/%C3%A9/%F0%9F%98%80/a%EF%BF%BD%2Fb?q=%3C%F0%9F%98%80%3E');
  });

  it('carries what was recorded on AWS: the body and its type, no other header of the client', async () => {
    const { call, seen } = await http();
    await call('/x?q=1', {
      method: 'PUT',
      headers: ['Content-Type', 'application/json', 'X-Own', '1', 'Accept', 'text/html', 'User-Agent', 'mine'],
      body: '{"message": "hello world"}',
    });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/target', body: '{"message": "hello world"}' });
    expect(Object.keys(seen[0]?.headers ?? {}).toSorted()).toEqual(
      [
        'accept',
        'content-length',
        'content-type',
        'host',
        'user-agent',
        'x-amzn-apigateway-api-id',
        'x-amzn-trace-id',
      ].toSorted(),
    );
    expect(seen[0]?.headers).toMatchObject({
      accept: 'application/json',
      'content-length': '26',
      'content-type': 'application/json',
      'user-agent': 'AmazonAPIGateway_api1234567',
      'x-amzn-apigateway-api-id': 'api1234567',
    });
  });

  it('has no content type and no body towards GET (fact D33; recorded)', async () => {
    const { call, seen } = await http({ httpMethod: 'GET' });
    await call('/x', { method: 'POST', headers: ['Content-Type', 'application/json'], body: '{}' });
    expect(seen[0]?.headers['content-type']).toBeUndefined();
    expect(seen[0]).toMatchObject({ method: 'GET', body: '' });
  });

  it('carries mapped headers, which replace the defaults, and mapped query parameters', async () => {
    const { call, seen } = await http({
      requestParameters: {
        'integration.request.header.Accept': "'text/html'",
        'integration.request.header.X-Id': 'context.requestId',
        'integration.request.querystring.page': 'method.request.querystring.p',
      },
    });
    const answer = await call('/x?p=1&p=2%263', { method: 'POST' });
    expect(seen[0]?.url).toBe('/target?page=2%263');
    expect(seen[0]?.headers).toMatchObject({ accept: 'text/html', 'x-id': answer.headers['x-amzn-requestid'] });
  });

  it('may have a static template for its body', async () => {
    const { call, seen } = await http({ requestTemplates: { 'application/json': '{"fixed":true}' } });
    await call('/x', { method: 'POST', body: 'ignored' });
    expect(seen[0]?.body).toBe('{"fixed":true}');
  });

  it('is refused where no template fits and the body must not pass (fact D21)', async () => {
    const { call, seen } = await http({
      passthroughBehavior: 'WHEN_NO_TEMPLATES',
      requestTemplates: { 'application/json': '{}' },
    });
    expect(await call('/x', { method: 'POST', headers: ['Content-Type', 'text/xml'], body: '<a/>' })).toMatchObject({
      status: 415,
    });
    expect(seen).toHaveLength(0);
  });
});

describe('the response of a non-proxy HTTP integration', () => {
  it('has the status of the integration response (recorded: a backend’s 400 by the default response is a 200)', async () => {
    const { call } = await http({}, () => ({ status: 400, body: '{"status_code":400}' }));
    expect(await call('/x')).toMatchObject({ status: 200, body: '{"status_code":400}' });
  });

  it('is chosen by the backend’s status (fact D50)', async () => {
    const { call } = await http(
      { integrationResponses: { 200: { statusCode: '200' }, 404: { statusCode: '404', selectionPattern: '4\\d{2}' } } },
      () => ({ status: 410, body: 'gone' }),
    );
    expect(await call('/x')).toMatchObject({ status: 404, body: 'gone' });
  });

  it('has no header of the backend but the mapped ones, the ids and the trace (fact D18; recorded)', async () => {
    const { call } = await http(
      {
        integrationResponses: {
          200: {
            statusCode: '200',
            responseParameters: {
              'method.response.header.X-Version': 'integration.response.header.X-Backend-Version',
              'method.response.header.X-All': 'integration.response.multivalueheader.X-Many',
              'method.response.header.X-Case': 'integration.response.header.x-backend-version',
            },
          },
        },
      },
      () => ({
        headers: ['X-Backend-Version', '7', 'X-Many', 'a', 'X-Many', 'b', 'Content-Type', 'text/html', 'X-Other', '1'],
        body: 'x',
      }),
    );
    const answer = await call('/x');
    expect(Object.keys(answer.headers).toSorted()).toEqual(
      [
        ...['connection', 'content-length', 'content-type', 'date'],
        ...['x-all', 'x-amz-apigw-id', 'x-amzn-requestid', 'x-amzn-trace-id', 'x-version'],
      ].toSorted(),
    );
    expect(answer.headers).toMatchObject({ 'x-version': '7', 'x-all': 'a, b', 'content-type': 'application/json' });
  });

  it.each([
    ...['Authorization', 'Connection', 'Content-Length', 'Content-MD5', 'Date', 'Expect', 'Host', 'Max-Forwards'],
    ...['Proxy-Authenticate', 'Server', 'Trailer', 'Upgrade', 'User-Agent', 'WWW-Authenticate'],
  ])('has a mapped %s renamed (fact D32; recorded)', async (name) => {
    const { call } = await http({
      integrationResponses: {
        200: { statusCode: '200', responseParameters: { [`method.response.header.${name}`]: "'value'" } },
      },
    });
    const { rawHeaders } = await call('/x');
    expect(rawHeaders[rawHeaders.indexOf(`x-amzn-Remapped-${name}`) + 1]).toBe('value');
  });

  it('may have a static template for its body', async () => {
    const { call } = await http(
      { integrationResponses: { 200: { statusCode: '200', responseTemplates: { 'application/json': 'fixed' } } } },
      () => ({ body: 'x'.repeat(100_000) }),
    );
    const answer = await call('/x');
    expect(answer.body).toBe('fixed');
    expect(answer.headers['content-length']).toBe('5');
  });

  it('that a template replaces does not keep the backend’s connection waiting', async () => {
    let closed: Promise<unknown> | undefined;
    const server = createServer((socket) => {
      // Given up in the middle of a body, the connection is reset.
      socket.on('error', () => undefined);
      closed = new Promise((resolve) => socket.resume().once('close', resolve));
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n${'x'.repeat(100_000)}`);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const { call } = await http({
      uri: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`,
      integrationResponses: { 200: { statusCode: '200', responseTemplates: { 'application/json': 'fixed' } } },
    });
    expect((await call('/x')).body).toBe('fixed');
    await closed;
    server.close();
  });
});
