import { describe, expect, it } from 'vitest';
import { closing } from '../testing/cleanup.ts';
import { startBackend } from '../testing/harness.ts';
import { HTTP_API_HOST, startHttpGateway } from '../testing/http-gateway.ts';

// Requests over real sockets to HTTP APIs. Guide pages http-api-develop-routes, http-api-develop-integrations-http,
// http-api-cors, http-api-throttling.
const keep = closing();

async function start(path = '', change: Parameters<typeof startHttpGateway>[0] | object = {}) {
  const backend = await keep(startBackend(({ url }) => ({ headers: ['X-From', 'backend'], body: url })));
  const proxy = { IntegrationType: 'HTTP_PROXY', IntegrationUri: `${backend.url}${path}` } as const;
  const gateway = await keep(startHttpGateway({ routes: { $default: proxy }, ...change }));
  return { ...gateway, backend };
}

describe('the stage (fact D125)', () => {
  it('is the first segment of a path where there is one of the name, else $default', async () => {
    const to = (IntegrationUri: string) => ({ IntegrationType: 'HTTP_PROXY', IntegrationUri }) as const;
    const backend = await keep(startBackend(({ url }) => ({ body: url })));
    const { get, callTarget } = await keep(
      startHttpGateway([
        { routes: { 'GET /pets': to(`${backend.url}/default`) } },
        { routes: { 'GET /pets': to(`${backend.url}/dev`) }, stage: { StageName: 'dev' } },
      ]),
    );
    expect((await get('/pets')).body).toBe('/default');
    expect((await get('/dev/pets')).body).toBe('/dev');
    expect(await get('/other/pets')).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
    expect((await callTarget('/_aws/execute-api/http123456/pets')).body).toBe('/default');
    expect((await callTarget('/_aws/execute-api/http123456/dev/pets')).body).toBe('/dev');
    expect((await callTarget('/_aws/execute-api/http123456/$default/pets')).body).toBe('/default');
  });

  it('is there, or the answer is Not Found', async () => {
    const { get } = await start('', { stage: { StageName: 'dev' } });
    for (const path of ['/', '/pets', '/dev2/pets']) {
      const answer = await get(path);
      expect(answer).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
      expect(answer.headers['apigw-requestid']).toMatch(/^[\w-]{15}=$/);
      expect(answer.headers).not.toHaveProperty('x-amz-apigw-id');
    }
  });

  it('closes its own address with the default endpoint', async () => {
    const { get } = await start('', { api: { DisableExecuteApiEndpoint: true } });
    expect((await get('/')).status).toBe(404);
  });
});

describe('HTTP_PROXY', () => {
  it('of $default gets the whole path and query (fact D127)', async () => {
    const { get } = await start('/base');
    expect((await get('/store/checkout?a=1&a=2')).body).toBe('/base/store/checkout?a=1&a=2');
    expect((await (await start('/base?own=1?2')).get('/x?a=1')).body).toBe('/base/x?own=1?2&a=1');
  });

  it('of a route gets what its URI says', async () => {
    const backend = await keep(startBackend(({ url }) => ({ body: url })));
    const to = (uri: string) => ({ IntegrationType: 'HTTP_PROXY', IntegrationUri: `${backend.url}${uri}` }) as const;
    const { get } = await keep(
      startHttpGateway({ routes: { 'GET /pets/{id}': to('/p/{id}'), 'ANY /{proxy+}': to('/all/{proxy}') } }),
    );
    expect((await get('/pets/a%2Fb?x=1')).body).toBe('/p/a%2Fb?x=1');
    expect((await get('/a/b%20c')).body).toBe('/all/a/b%20c');
  });

  it('passes header fields, bodies and answers through', async () => {
    const { get, backend } = await start();
    const gzip = Buffer.from([1, 2, 3]);
    const answer = await get('/x', {
      method: 'POST',
      headers: ['X-Mine', '1', 'Content-Encoding', 'gzip', 'Authorization', 'secret', 'Keep-Alive', '5'],
      body: gzip,
    });
    expect(answer).toMatchObject({ status: 200, headers: { 'x-from': 'backend' } });
    expect(answer.headers).not.toHaveProperty('x-amzn-requestid');
    const { headers } = backend.seen[0] ?? {};
    expect(headers).toMatchObject({
      'x-mine': '1',
      'content-encoding': 'gzip',
      authorization: 'secret',
      'content-length': '3',
    });
    expect(headers).not.toHaveProperty('keep-alive');
    expect(headers?.host).toBe(backend.url.slice('http://'.length));
  });

  it('gets X-Forwarded-* translated into Forwarded, with this hop behind (fact D36)', async () => {
    const { get, backend } = await start();
    const forwarded = async (...headers: string[]) => {
      await get('/x', { headers });
      const seen = backend.seen.at(-1)?.headers ?? {};
      expect(Object.keys(seen).filter((name) => name.startsWith('x-forwarded-'))).toEqual([]);
      return seen.forwarded;
    };
    const own = `for=127.0.0.1;host=${HTTP_API_HOST};proto=http`;
    expect(await forwarded()).toBe(own);
    expect(
      await forwarded(
        ...['X-Forwarded-For', '192.0.2.7, 2001:db8::1', 'X-Forwarded-Host', 'shop.test:8443'],
        ...['X-Forwarded-Proto', 'https', 'X-Forwarded-Port', '8443'],
      ),
    ).toBe(`for=192.0.2.7;host="shop.test:8443";proto=https, for="[2001:db8::1]", ${own}`);
    expect(await forwarded('Forwarded', 'for=198.51.100.1')).toBe(`for=198.51.100.1, ${own}`);
  });

  it('gets a type for a body that is declared to be empty, and none for no body (fact D36)', async () => {
    const { get, backend } = await start();
    await get('/x', { method: 'POST', headers: ['Content-Length', '0'] });
    expect(backend.seen.at(-1)?.headers['content-type']).toBeDefined();
    await get('/x', { method: 'POST', headers: ['Content-Length', '0', 'Content-Type', 'text/plain'] });
    expect(backend.seen.at(-1)?.headers['content-type']).toBe('text/plain');
    await get('/x');
    expect(backend.seen.at(-1)?.headers).not.toHaveProperty('content-type');
  });

  it('that cannot be reached, or takes too long, is not available', async () => {
    const slow = await keep(startBackend(() => ({ delayMs: 500 })));
    const at = (IntegrationUri: string) =>
      ({ IntegrationType: 'HTTP_PROXY', IntegrationUri, TimeoutInMillis: 100 }) as const;
    const { get } = await keep(
      startHttpGateway({ routes: { 'GET /gone': at('http://127.0.0.1:1/'), 'GET /slow': at(slow.url) } }),
    );
    for (const path of ['/gone', '/slow']) {
      expect(await get(path)).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
    }
  });
});

describe('limits', () => {
  it('hold heads to 10,240 bytes and bodies to 10 MB (features A17)', async () => {
    const { get } = await start();
    expect((await get('/x', { headers: ['X-Long', 'x'.repeat(10_000)] })).status).toBe(200);
    expect((await get('/x', { headers: ['X-Long', 'x'.repeat(10_240)] })).status).toBe(431);
    const large = await get('/x', { method: 'POST', body: Buffer.alloc(10_485_761) });
    expect(large).toMatchObject({ status: 413, body: '{"message":"Request Entity Too Large"}' });
  });

  it('throttle a route by the stage’s settings (features A3.15)', async () => {
    const { get } = await start('', {
      stage: { DefaultRouteSettings: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 } },
    });
    const statuses = [(await get('/x')).status, (await get('/x')).status];
    expect(statuses).toEqual([200, 429]);
    expect((await get('/x')).body).toBe('{"message":"Too Many Requests"}');
  });
});

describe('CORS (fact D131)', () => {
  const cors = {
    AllowOrigins: ['https://www.example.com', 'http://*'],
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['authorization'],
    ExposeHeaders: ['x-from'],
    AllowCredentials: true,
    MaxAge: 300,
  };
  const preflight = (...more: string[]) => ({
    method: 'OPTIONS',
    headers: ['Access-Control-Request-Method', 'POST', ...more],
  });

  it('answers preflights without a route', async () => {
    const { get } = await start('', { routes: {}, api: { CorsConfiguration: cors } });
    const answer = await get('/x', preflight('Origin', 'https://www.example.com'));
    expect(answer).toMatchObject({ status: 204, body: '' });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': 'https://www.example.com',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '300',
      'access-control-allow-credentials': 'true',
    });
    const stranger = await get('/x', preflight('Origin', 'https://evil.test'));
    expect(stranger.headers).not.toHaveProperty('access-control-allow-origin');
    expect((await get('/x', preflight())).status).toBe(404);
    expect((await get('/x', { method: 'OPTIONS', headers: ['Origin', 'http://any.test'] })).status).toBe(404);
  });

  it('puts the configured fields in the place of the backend’s, on errors, too', async () => {
    const backend = await keep(
      startBackend(() => ({ headers: ['Access-Control-Allow-Origin', '*', 'Access-Control-Allow-Methods', 'PUT'] })),
    );
    const { get } = await keep(
      startHttpGateway({
        routes: { 'GET /x': { IntegrationType: 'HTTP_PROXY', IntegrationUri: backend.url } },
        api: { CorsConfiguration: cors },
      }),
    );
    const { headers } = await get('/x', { headers: ['Origin', 'http://any.test'] });
    expect(headers['access-control-allow-origin']).toBe('http://any.test');
    expect(headers['access-control-expose-headers']).toBe('x-from');
    expect(headers).not.toHaveProperty('access-control-allow-methods');
    expect((await get('/x')).headers).not.toHaveProperty('access-control-allow-origin');
    const error = await get('/none', { headers: ['Origin', 'http://any.test'] });
    expect([error.status, error.headers['access-control-allow-origin']]).toEqual([404, 'http://any.test']);
  });

  it('asks the authorizer of a route for preflights, too; an OPTIONS route without one lets them in (fact D132)', async () => {
    const closed = { routes: { $default: {} }, route: { AuthorizationType: 'AWS_IAM' as const } };
    const { get } = await keep(startHttpGateway({ ...closed, api: { CorsConfiguration: cors } }));
    expect((await get('/x', preflight('Origin', 'http://any.test'))).status).toBe(403);
    const open = await keep(
      startHttpGateway({ routes: { 'OPTIONS /{proxy+}': {} }, api: { CorsConfiguration: cors } }),
    );
    expect((await open.get('/x', preflight('Origin', 'http://any.test'))).status).toBe(204);
  });
});
