import { describe, expect, it } from 'vitest';
import type { Span } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { returning } from '../testing/functions.ts';
import { startBackend, type TestFunction } from '../testing/harness.ts';
import { startHttpGateway } from '../testing/http-gateway.ts';
import { FUNCTION } from '../testing/http-snapshots.ts';

// Over real sockets; telemetry E.4. AWS itself has no segments of HTTP APIs: these are an extension.
const keep = closing();
const ROOT = '1-5759e988-bd862e3fe1be46a994272793';
const AUTHORIZER = FUNCTION.replace(/f$/, 'authorizer');

async function start(run: TestFunction, options: { readonly samples?: boolean; readonly authorizes?: boolean } = {}) {
  const spans: Span[] = [];
  const backend = await keep(startBackend(() => ({ body: 'answer' })));
  const { get } = await keep(
    startHttpGateway(
      {
        routes: {
          'GET /pets/{id}': { IntegrationType: 'HTTP_PROXY', IntegrationUri: `${backend.url}/{id}?key=secret` },
          'GET /function': {},
        },
        ...(options.authorizes && { route: { AuthorizationType: 'CUSTOM', AuthorizerId: 'auth01' } }),
        authorizers: [
          {
            AuthorizerId: 'auth01',
            Name: 'tokens',
            AuthorizerType: 'REQUEST',
            IdentitySource: ['$request.header.Authorization'],
            AuthorizerUri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${AUTHORIZER}/invocations`,
            AuthorizerPayloadFormatVersion: '2.0',
            AuthorizerResultTtlInSeconds: 60,
            EnableSimpleResponses: true,
          },
        ],
      },
      run,
      {
        random: () => 0.9,
        spans: () => ({ add: (more) => void spans.push(...more) }),
        tracing: () => ({ traceparent: 'pass', samplesHttpApis: options.samples === true }),
      },
    ),
  );
  const call = (path: string, trace?: string) =>
    get(path, {
      headers: ['Authorization', 'secret-token', ...(trace === undefined ? [] : ['X-Amzn-Trace-Id', trace])],
    });
  return { call, spans, seen: backend.seen };
}

const parentOf = (header: unknown) => /Parent=(\w{16})/.exec(String(header))?.[1];

describe('a request whose caller is traced', () => {
  it('is told of as the gateway’s span, with authorizer and integration below it, which are whom they call for', async () => {
    const authorizer = returning({ isAuthorized: true });
    const { call, spans, seen } = await start(authorizer, { authorizes: true });
    await call('/pets/7?token=secret', `Root=${ROOT};Parent=53995c3f42cd8ad8;Sampled=1`);
    const [gateway, asked, backend] = spans;
    expect(spans.map(({ name, kind }) => [name.replace(/:\d+$/, ''), kind])).toEqual([
      ['GET /pets/{id}', 'server'],
      ['authorizer tokens', 'client'],
      ['GET 127.0.0.1', 'client'],
    ]);
    expect(gateway).toMatchObject({
      traceId: '5759e988bd862e3fe1be46a994272793',
      parentSpanId: '53995c3f42cd8ad8',
      attributes: {
        'http.route': '/pets/{id}',
        'aws.api_gateway.api_id': 'http123456',
        'aws.api_gateway.stage': '$default',
      },
    });
    expect(asked?.attributes).toMatchObject({ 'aws.api_gateway.authorizer.cached': false });
    expect(backend?.attributes).toMatchObject({ 'http.response.status_code': 200, 'url.path': '/7' });
    expect([asked?.parentSpanId, backend?.parentSpanId]).toEqual([gateway?.spanId, gateway?.spanId]);
    expect(parentOf(authorizer.calls[0]?.traceId)).toBe(asked?.spanId);
    expect(seen[0]?.headers['x-amzn-trace-id']).toBe(`Root=${ROOT};Parent=${backend?.spanId};Sampled=1`);
    for (const { startMs, endMs, error } of spans) expect([endMs >= startMs, error]).toEqual([true, undefined]);
    expect(JSON.stringify(spans)).not.toContain('secret');
    await call('/pets/8', `Root=${ROOT};Sampled=1`);
    expect(spans[4]?.attributes).toMatchObject({ 'aws.api_gateway.authorizer.cached': true });
  });

  it('that an authorizer refuses calls nothing', async () => {
    const { call, spans } = await start(returning({ isAuthorized: false }), { authorizes: true });
    expect((await call('/pets/7', `Root=${ROOT};Sampled=1`)).status).toBe(403);
    expect(spans.map(({ name, error }) => [name, error])).toEqual([
      ['GET /pets/{id}', undefined],
      ['authorizer tokens', 'The caller was not authorized.'],
    ]);
  });

  it('has the span of its function’s call', async () => {
    const run = returning({ statusCode: 200, body: 'ok' });
    const { call, spans } = await start(run);
    await call('/function', `Root=${ROOT};Sampled=1`);
    expect(spans.map(({ name }) => name)).toEqual(['GET /function', 'Lambda']);
    expect(parentOf(run.calls[0]?.traceId)).toBe(spans[1]?.spanId);
  });
});

it('nobody samples by himself, unless the operator wants it: then as stages that trace do', async () => {
  const run = returning({ statusCode: 200, body: 'ok' });
  const passive = await start(run);
  await passive.call('/pets/7');
  expect(passive.spans).toEqual([]);
  expect(passive.seen[0]?.headers['x-amzn-trace-id']).toMatch(/^Root=1-\w{8}-\w{24}$/);
  const active = await start(run, { samples: true });
  await active.call('/pets/7');
  expect(active.spans).toHaveLength(2);
  await active.call('/pets/7', `Root=${ROOT};Sampled=0`);
  expect(active.spans).toHaveLength(2);
});
