import { describe, expect, it } from 'vitest';
import type { Authorizer, Span } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { returning } from '../testing/functions.ts';
import { startBackend, startGateway, type TestFunction } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

// Over real sockets; telemetry E.4.
const keep = closing();
const ROOT = '1-5759e988-bd862e3fe1be46a994272793';
const TOKEN: Authorizer = {
  id: 'auth01',
  name: 'tokens',
  type: 'TOKEN',
  authorizerUri:
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:auth/invocations',
  identitySource: 'method.request.header.Authorization',
};
const decision = (Effect: string) => ({
  principalId: 'anna',
  policyDocument: { Version: '2012-10-17', Statement: [{ Effect, Action: 'execute-api:Invoke', Resource: '*' }] },
});

async function start(
  run: TestFunction,
  options: { readonly tracingEnabled?: boolean; readonly wanted?: boolean } = {},
) {
  const { tracingEnabled = true, wanted = true } = options;
  const spans: Span[] = [];
  const backend = await keep(startBackend(() => ({ body: 'answer' })));
  const method = {
    authorizationType: 'CUSTOM' as const,
    authorizerId: 'auth01',
    methodIntegration: integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: `${backend.url}/pets?key=secret` }),
  };
  const { call } = await keep(
    startGateway(
      { methods: { '/pets': { GET: method } }, deployment: { authorizers: [TOKEN] }, stage: { tracingEnabled } },
      run,
      undefined,
      undefined,
      {
        random: () => 0.9,
        spans: () => (wanted ? { add: (more: readonly Span[]) => void spans.push(...more) } : undefined),
      },
    ),
  );
  const get = (trace?: string) =>
    call('/pets?token=secret', {
      headers: ['Authorization', 'secret-token', ...(trace === undefined ? [] : ['X-Amzn-Trace-Id', trace])],
    });
  return { get, spans, seen: backend.seen };
}

const parentOf = (header: unknown) => /Parent=(\w{16})/.exec(String(header))?.[1];

describe('a sampled request', () => {
  it('is told of as the gateway’s span, with authorizer and integration below it, which are whom they call for', async () => {
    const auth = returning(decision('Allow'));
    const { get, spans, seen } = await start(auth);
    await get(`Root=${ROOT};Parent=53995c3f42cd8ad8;Sampled=1;Own=x`);
    const [gateway, authorizer, backend] = spans;
    expect(spans.map(({ name, kind }) => [name.replace(/:\d+$/, ''), kind])).toEqual([
      ['GET /pets', 'server'],
      ['authorizer tokens', 'client'],
      ['GET 127.0.0.1', 'client'],
    ]);
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set(['5759e988bd862e3fe1be46a994272793']));
    expect(gateway?.parentSpanId).toBe('53995c3f42cd8ad8');
    expect([authorizer?.parentSpanId, backend?.parentSpanId]).toEqual([gateway?.spanId, gateway?.spanId]);
    expect(parentOf(auth.calls[0]?.traceId)).toBe(authorizer?.spanId);
    expect(seen[0]?.headers['x-amzn-trace-id']).toBe(`Root=${ROOT};Parent=${backend?.spanId};Sampled=1;Own=x`);
    for (const { startMs, endMs, error } of spans) expect([endMs >= startMs, error]).toEqual([true, undefined]);
    expect(JSON.stringify(spans)).not.toContain('secret');
  });

  it('that an authorizer refuses calls nothing', async () => {
    const { get, spans } = await start(returning(decision('Deny')));
    expect((await get(`Root=${ROOT};Sampled=1`)).status).toBe(403);
    expect(spans.map(({ name }) => name)).toEqual(['GET /pets', 'authorizer tokens']);
  });

  it('says so to whom it calls also where nobody wants spans', async () => {
    const { get, spans, seen } = await start(returning(decision('Allow')), { wanted: false });
    await get(`Root=${ROOT};Sampled=1`);
    expect(seen[0]?.headers['x-amzn-trace-id']).toMatch(new RegExp(`^Root=${ROOT};Parent=\\w{16};Sampled=1$`));
    expect(spans).toEqual([]);
  });
});

it('the first request of a second is sampled where the stage traces; of the others who are drawn', async () => {
  const { get, seen } = await start(returning(decision('Allow')));
  for (let n = 0; n < 5; n++) await get();
  const sampled = seen.filter(({ headers }) => String(headers['x-amzn-trace-id']).endsWith(';Sampled=1'));
  const others = seen.filter(({ headers }) => String(headers['x-amzn-trace-id']).endsWith(';Sampled=0'));
  expect(sampled.length).toBeGreaterThan(0);
  expect(sampled.length).toBeLessThan(5);
  expect(sampled.length + others.length).toBe(5);
});

it('a stage that does not trace leaves headers as they are, and follows callers who are traced', async () => {
  const { get, spans, seen } = await start(returning(decision('Allow')), { tracingEnabled: false });
  await get();
  await get(`Root=${ROOT};Sampled=0`);
  expect(seen[0]?.headers['x-amzn-trace-id']).toMatch(/^Root=1-\w{8}-\w{24}$/);
  expect(seen[1]?.headers['x-amzn-trace-id']).toBe(`Root=${ROOT};Sampled=0`);
  expect(spans).toEqual([]);
  await get(`Root=${ROOT};Sampled=1`);
  expect(spans).toHaveLength(3);
});
