import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Integration } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { type Harness, type Reply, type Seen, startBackend, startGateway } from '../../testing/harness.ts';
import { integration, type StageChange } from '../../testing/snapshots.ts';

const keep = closing();

/** A backend behind HTTP_PROXY at `/{proxy+}` for every verb, whose URI ends in `tail`. */
async function proxy(
  change: Partial<Integration> = {},
  reply?: (seen: Seen) => Reply,
  tail = '/base/{proxy}',
  rest: Partial<StageChange> = {},
): Promise<Harness & { readonly seen: Seen[] }> {
  const backend = await keep(startBackend(reply));
  const methodIntegration = integration({
    type: 'HTTP_PROXY',
    httpMethod: 'ANY',
    uri: `${backend.url}${tail}`,
    requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
    ...change,
  });
  const gateway = await keep(startGateway({ methods: { '/{proxy+}': { ANY: { methodIntegration } } }, ...rest }));
  return { ...gateway, seen: backend.seen };
}

describe('the request', () => {
  it('has its path parameter put in the URI, encoded again where that is needed (fact D8)', async () => {
    const { call, seen } = await proxy();
    await call('/a%20b/c%2Bd//e/?x=1&x=%20');
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/base/a%20b/c+d//e?x=1&x=%20' });
  });

  it('keeps one segment to one segment', async () => {
    const backend = await keep(startBackend());
    const methodIntegration = integration({
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: `${backend.url}/users/{id}/profile`,
      requestParameters: { 'integration.request.path.id': 'method.request.path.user' },
    });
    const { call } = await keep(startGateway({ methods: { '/users/{user}': { GET: { methodIntegration } } } }));
    await call('/users/a%2Fadmin%3Fx');
    expect(backend.seen[0]?.url).toBe('/users/a%2Fadmin%3Fx/profile');
  });

  it('never leads out of the configured path, however the way out is spelled', async () => {
    const { call, seen } = await proxy({
      requestParameters: { 'integration.request.path.proxy': 'method.request.querystring.p' },
    });
    expect(await call('/x?p=../admin')).toMatchObject({ status: 400 });
    expect(await call('/x?p=a/%2e%2e/admin')).toMatchObject({ status: 400 });
    expect(seen).toHaveLength(0);
  });

  it('uses the verb of the integration, or the caller’s for ANY (fact D29)', async () => {
    const any = await proxy();
    await any.call('/x', { method: 'PATCH', body: 'b' });
    expect(any.seen[0]).toMatchObject({ method: 'PATCH', body: 'b' });
    const post = await proxy({ httpMethod: 'POST' });
    await post.call('/x');
    expect(post.seen[0]).toMatchObject({ method: 'POST', body: '' });
  });

  it('carries what was recorded on AWS of the headers that a client sent (fact D31)', async () => {
    const { call, seen } = await proxy({}, undefined, '/headers');
    // Recorded with HTTP_PROXY on AWS: of these, the backend saw the first group and not the second.
    const passed = [
      ['Accept', 'application/json'],
      ['Accept-Charset', 'UTF-8'],
      ['Accept-Encoding', 'br'],
      ['Age', 'request_Age'],
      ['Authorization', 'Unauthorized'],
      ['Content-Type', 'application/json'],
      ['Date', 'Wed, 17 Jul 2024 18:34:51 GMT'],
      ['Pragma', 'cache'],
      ['Range', 'bytes=500-999'],
      ['Referer', 'https://example.com/'],
      ['User-Agent', 'agent/0.0'],
      ['Warn', '299 agent/0.0'],
    ];
    const dropped = [
      ['Content-MD5', 'x'],
      ['Max-Forwards', '2'],
      ['Proxy-Authenticate', 'x'],
      ['Server', 'x'],
      ['TE', 'deflate'],
      ['Via', '1.1 x'],
      ['WWW-Authenticate', 'x'],
      ['X-HTTP-Method-Override', 'GET'],
    ];
    await call('/x', { headers: [...passed, ...dropped].flat() });
    const headers = seen[0]?.headers ?? {};
    for (const [name = '', value] of passed) expect(headers[name.toLowerCase()], name).toBe(value);
    for (const [name = ''] of dropped) expect(headers[name.toLowerCase()], name).toBeUndefined();
    expect(headers).toMatchObject({
      'x-amzn-apigateway-api-id': 'api1234567',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      host: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    });
  });

  it('gets AWS’s defaults for what the client did not send (fact D33)', async () => {
    const { call, seen } = await proxy();
    await call('/x');
    expect(seen[0]?.headers).toMatchObject({ accept: 'application/json', 'user-agent': 'AmazonAPIGateway_api1234567' });
  });

  it('says from where, at which port and how it came (fact D34), whatever the client says', async () => {
    const { call, seen, port } = await proxy();
    const headers = ['Host', `localhost:${port}`, 'X-Forwarded-For', '192.0.2.1', 'X-Forwarded-Proto', 'https'];
    await call('/x', { headers });
    expect(seen[0]?.headers).toMatchObject({
      'x-forwarded-for': '192.0.2.1, 127.0.0.1',
      'x-forwarded-port': String(port),
      'x-forwarded-proto': 'http',
    });
  });

  it('loses an AWS signature, and whatever its Connection field names (fact D31, RFC 9110 7.6.1)', async () => {
    const { call, seen } = await proxy();
    const headers = ['Authorization', 'AWS4-HMAC-SHA256 Credential=x', 'Connection', 'close, X-Hop', 'X-Hop', '1'];
    await call('/x', { headers });
    expect(seen[0]?.headers.authorization).toBeUndefined();
    expect(seen[0]?.headers['x-hop']).toBeUndefined();
  });

  it('keeps the client’s trace (telemetry E.4)', async () => {
    const { call, seen } = await proxy();
    const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Own=x';
    await call('/x', { headers: ['X-Amzn-Trace-Id', trace] });
    expect(seen[0]?.headers['x-amzn-trace-id']).toBe(trace);
  });

  it('has mapped headers replaced and mapped query parameters appended (fact D27; recorded)', async () => {
    const { call, seen } = await proxy({
      requestParameters: {
        'integration.request.path.proxy': 'method.request.path.proxy',
        'integration.request.header.headerVar': "'mapped-value'",
        'integration.request.header.foobar': 'stageVariables.none',
        'integration.request.header.multi': 'method.request.multivalueheader.x-multi',
        'integration.request.querystring.testVar': "'bar'",
        'integration.request.querystring.from': 'context.identity.sourceIp',
      },
    });
    const headers = ['headerVar', 'request-value', 'foobar', 'kept', 'x-multi', '1', 'x-multi', '2'];
    await call('/x?testVar=foobar', { headers });
    expect(seen[0]?.url).toBe('/base/x?testVar=foobar&testVar=bar&from=127.0.0.1');
    expect(seen[0]?.headers).toMatchObject({ headervar: 'mapped-value', foobar: 'kept', multi: '1, 2' });
  });

  it('cannot have a header smuggled in through a mapping', async () => {
    const { call, seen } = await proxy({
      requestParameters: {
        'integration.request.path.proxy': 'method.request.path.proxy',
        'integration.request.header.X-Mapped': 'method.request.querystring.h',
      },
    });
    await call('/x?h=a%0d%0aX-Evil:%201');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers['x-mapped']).toBeUndefined();
    expect(seen[0]?.headers['x-evil']).toBeUndefined();
  });

  it.each(['Content-Length', 'Transfer-Encoding', 'X-Amzn-Trace-Id', 'X-Amzn-Apigateway-Api-Id'])(
    'fails when a mapping sets %s (fact D26; recorded)',
    async (name) => {
      const { call } = await proxy(
        { requestParameters: { [`integration.request.header.${name}`]: "'1'" } },
        undefined,
        '/',
      );
      const answer = await call('/x');
      expect(answer).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
      expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
    },
  );

  it('takes stage variables in its URI, and the URI’s own query', async () => {
    const { call, seen } = await proxy({}, undefined, `/\${stageVariables.version}\${stageVariables.none}/x?k=v`, {
      stage: { variables: { version: 'v2' } },
    });
    await call('/y?z=1');
    expect(seen[0]?.url).toBe('/v2/x?k=v&z=1');
  });

  it('is decompressed before it is passed on (fact D77)', async () => {
    const { call, seen } = await proxy();
    await call('/x', { method: 'POST', headers: ['Content-Encoding', 'gzip'], body: gzipSync('hello') });
    expect(seen[0]).toMatchObject({ body: 'hello' });
    expect(seen[0]?.headers['content-encoding']).toBeUndefined();
    expect(await call('/x', { method: 'POST', headers: ['Content-Encoding', 'gzip'], body: 'no' })).toMatchObject({
      status: 415,
    });
    // Guide, "Call an API method with a compressed payload": neither what is not in its coding nor an unknown coding is taken.
    expect(await call('/x', { method: 'POST', headers: ['Content-Encoding', 'br'], body: 'x' })).toMatchObject({
      status: 415,
      body: '{"message": "Unsupported Media Type"}',
    });
    expect(await call('/x', { method: 'POST', headers: ['Content-Encoding', 'identity'], body: 'x' })).toMatchObject({
      status: 200,
    });
    const bomb = gzipSync(Buffer.alloc(10_485_761));
    expect(await call('/x', { method: 'POST', headers: ['Content-Encoding', 'gzip'], body: bomb })).toMatchObject({
      status: 413,
    });
  });

  it.each([100, 70_000, 10_485_760])('passes a body of %i bytes on whole', async (size) => {
    const { call, seen } = await proxy({ httpMethod: 'POST' });
    await call('/x', { method: 'POST', body: 'x'.repeat(size) });
    expect(seen[0]?.headers['content-length']).toBe(String(size));
    expect(seen[0]?.body.length).toBe(size);
  });

  it('over 10 MB is refused with what was recorded on AWS, declared or not (features A17)', async () => {
    const { call, port, seen } = await proxy();
    const answer = await call('/x', { method: 'POST', body: Buffer.alloc(10_485_761) });
    expect(answer).toMatchObject({ status: 413, body: 'HTTP content length exceeded 10485760 bytes.' });
    const socket = connect({ host: '127.0.0.1', port });
    socket.write(
      'POST /restapis/api1234567/dev/_user_request_/x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    for (let i = 0; i < 11; i++) socket.write(`100000\r\n${'x'.repeat(0x100000)}\r\n`);
    const [first] = await once(socket, 'data');
    expect(String(first)).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
    expect(seen).toHaveLength(0);
  });
});

describe('the response', () => {
  it('passes status, body and headers but for those that AWS renames or drops (facts D31, D32; recorded)', async () => {
    const { call } = await proxy({}, () => ({
      status: 418,
      headers: [
        ...['X-Own', '1', 'Set-Cookie', 'a', 'Set-Cookie', 'b', 'Content-Type', 'text/plain', 'Server', 'gunicorn'],
        ...['x-amzn-requestid', 'backend', 'Via', '1.1 x', 'WWW-Authenticate', 'Basic', 'Upgrade', 'h2c'],
        ...['Date', 'Wed, 17 Jul 2024 18:34:51 GMT'],
      ],
      body: 'teapot',
    }));
    const answer = await call('/x');
    expect(answer).toMatchObject({ status: 418, body: 'teapot' });
    expect(answer.headers).toMatchObject({
      'x-own': '1',
      'set-cookie': 'a, b',
      'content-type': 'text/plain',
      'content-length': '6',
      'x-amzn-remapped-server': 'gunicorn',
      'x-amzn-remapped-connection': 'keep-alive',
      'x-amzn-remapped-date': 'Wed, 17 Jul 2024 18:34:51 GMT',
      'x-amzn-remapped-x-amzn-requestid': 'backend',
      'x-amzn-remapped-www-authenticate': 'Basic',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-amz-apigw-id': expect.stringMatching(/^[\w-]{15}=$/),
    });
    expect(answer.rawHeaders).toContain('x-amzn-Remapped-Connection');
    for (const name of ['server', 'via', 'upgrade', 'www-authenticate', 'keep-alive', 'transfer-encoding'])
      expect(answer.headers[name], name).toBeUndefined();
    // Fact D18: not for HTTP_PROXY.
    expect(answer.headers['x-amzn-trace-id']).toBeUndefined();
  });

  it('gets a content type when it has none (fact D35)', async () => {
    const { call } = await proxy();
    expect((await call('/x')).headers['content-type']).toBe('application/json');
  });

  it('is passed on when it redirects (fact D64)', async () => {
    const { call } = await proxy({}, () => ({ status: 302, headers: ['Location', '/elsewhere'] }));
    expect(await call('/x')).toMatchObject({ status: 302, headers: { location: '/elsewhere' } });
  });

  it('to HEAD keeps the length of what GET would give', async () => {
    const { call } = await proxy({}, () => ({ headers: ['Content-Length', '1234'] }));
    const answer = await call('/x', { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-length']).toBe('1234');
  });

  it('of a HEAD towards the backend alone declares no length that the client would wait for', async () => {
    const { call } = await proxy({ httpMethod: 'HEAD' }, () => ({ headers: ['Content-Length', '1234'] }));
    const answer = await call('/x');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-length']).toBe('0');
  });

  it('of a GET for a client’s HEAD has no body', async () => {
    const { call } = await proxy({ httpMethod: 'GET' }, () => ({ body: 'x'.repeat(100_000) }));
    expect(await call('/x', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it.each([204, 304])('%i has no body', async (status) => {
    const { call } = await proxy({}, () => ({ status }));
    expect(await call('/x')).toMatchObject({ status, body: '' });
  });

  it('keeps bytes as they are', async () => {
    const bytes = Buffer.from([0, 255, 128, 10, 13, 0xc3]);
    const { call } = await proxy({}, () => ({ headers: ['Content-Type', 'image/png'], body: bytes }));
    expect((await call('/x')).bytes).toEqual(bytes);
  });

  it.each([10, 65_536, 65_537, 1_000_000])('of undeclared length, %i bytes, passes whole', async (size) => {
    const { call } = await proxy({}, () => ({ headers: ['Transfer-Encoding', 'chunked'], body: 'z'.repeat(size) }));
    const answer = await call('/x');
    expect(answer.body).toBe('z'.repeat(size));
    if (size <= 65_536) expect(answer.headers['content-length']).toBe(String(size));
  });

  it('of undeclared length over 10 MB is broken off', async () => {
    const { call } = await proxy({}, () => ({
      headers: ['Transfer-Encoding', 'chunked'],
      body: Buffer.alloc(10_485_761),
    }));
    await expect(call('/x')).rejects.toThrow(/aborted/);
  });

  it('of 10 MB passes, a larger one fails (features A17)', async () => {
    const { call } = await proxy({}, (seen) => ({
      headers: ['Content-Length', seen.url.endsWith('max') ? '10485760' : '10485761'],
      body: Buffer.alloc(seen.url.endsWith('max') ? 10_485_760 : 10_485_761),
    }));
    expect((await call('/max')).bytes.length).toBe(10_485_760);
    expect(await call('/more')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
  });
});

describe('a backend that fails (fact D64)', () => {
  it('by not answering in time gives 504', async () => {
    const { call } = await proxy({ timeoutInMillis: 60 }, () => ({ delayMs: 1_000 }));
    const answer = await call('/x');
    expect(answer).toMatchObject({ status: 504, body: '{"message": "Endpoint request timed out"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
  });

  it('by not being there gives 504 with the network error', async () => {
    const backend = await startBackend();
    backend.close();
    const { call, warnings } = await proxy({ uri: `${backend.url}/` });
    expect(await call('/x')).toMatchObject({
      status: 504,
      body: '{"message": "Network error communicating with endpoint"}',
    });
    expect(warnings.join()).toMatch(/ECONNREFUSED/);
  });

  it('by cutting the connection gives the same', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.destroy()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const { call } = await proxy({ uri: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/` });
    expect(await call('/x')).toMatchObject({ status: 504 });
    server.close();
  });

  it('by a client that left is given up', async () => {
    let closed: Promise<unknown> | undefined;
    const server = createServer((socket) => {
      closed = once(socket.resume(), 'close');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const { port } = await proxy({ uri: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/` });
    const client = connect({ host: '127.0.0.1', port });
    client.write('GET /restapis/api1234567/dev/_user_request_/x HTTP/1.1\r\nHost: h\r\n\r\n');
    setTimeout(() => client.destroy(), 50);
    await once(client, 'close');
    await closed;
    server.close();
  });
});

describe('an endpoint that cannot be called fails every request, and the operator hears why', () => {
  it.each([
    ['not-a-url', /Invalid endpoint address/],
    ['ftp://127.0.0.1/', /Invalid endpoint address/],
    ['http://user@127.0.0.1/', /Invalid endpoint address/],
    ['http://{proxy}/', /Invalid endpoint address/],
    ['http://127.0.0.1:99999/', /Invalid endpoint address/],
    ['http://127.0.0.1/{other}', /No parameter mapping fills "\{other\}"/],
  ])('%s', async (uri, reason) => {
    const { call, warnings } = await proxy({ uri });
    expect(await call('/x')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
    expect(warnings.join()).toMatch(reason);
  });
});
