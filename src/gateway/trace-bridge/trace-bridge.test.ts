import { describe, expect, it } from 'vitest';
import type { Span, TracingTerms } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { noFunctions, startBackend, startGateway } from '../testing/harness.ts';
import { startHttpGateway } from '../testing/http-gateway.ts';
import { integration } from '../testing/snapshots.ts';

// Over real sockets. W3C Trace Context, section 3; decision 0037.
const keep = closing();
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const ROOT = '1-4bf92f35-77b34da6a3ce929d0e0e4736';
const OTHER = '1-5759e988-bd862e3fe1be46a994272793';
const PARENT = '00f067aa0ba902b7';
const traceparent = (flags: string) => ['traceparent', `00-${TRACE}-${PARENT}-${flags}`, 'tracestate', 'vendor=x'];

interface Setup {
  readonly tracingEnabled?: boolean;
  readonly isHttpApi?: boolean;
}

async function start(mode: TracingTerms['traceparent'], { tracingEnabled = false, isHttpApi = false }: Setup = {}) {
  const spans: Span[] = [];
  const backend = await keep(startBackend(() => ({ body: 'answer' })));
  const options = {
    random: () => 0.9,
    spans: () => ({ add: (more: readonly Span[]) => void spans.push(...more) }),
    tracing: (): TracingTerms => ({ traceparent: mode, samplesHttpApis: false }),
  };
  const proxy = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend.url });
  const rest = { methods: { '/': { GET: { methodIntegration: proxy } } }, stage: { tracingEnabled } };
  const http = { routes: { 'GET /': { IntegrationType: 'HTTP_PROXY' as const, IntegrationUri: backend.url } } };
  const call = isHttpApi
    ? (await keep(startHttpGateway(http, noFunctions, options))).get
    : (await keep(startGateway(rest, undefined, undefined, undefined, options))).call;
  /** What the backend gets for these header fields. */
  const sent = async (...headers: readonly string[]) => {
    await call('/', { headers });
    return backend.seen.at(-1)?.headers ?? {};
  };
  return { sent, spans };
}

describe('pass', () => {
  it('leaves traceparent a header like any other, as AWS does', async () => {
    const { sent, spans } = await start('pass', { tracingEnabled: true });
    const seen = await sent(...traceparent('01'));
    expect(seen.traceparent).toBe(`00-${TRACE}-${PARENT}-01`);
    expect(seen['x-amzn-trace-id']).not.toContain(ROOT);
    expect(spans[0]).not.toHaveProperty('parentSpanId');
  });
});

describe('join', () => {
  it('lets the spans of a request that is sampled anyway belong to the caller’s trace, and changes no header of his', async () => {
    const { sent, spans } = await start('join', { tracingEnabled: true });
    const seen = await sent(...traceparent('00'));
    expect(seen.traceparent).toBe(`00-${TRACE}-${PARENT}-00`);
    expect(seen['x-amzn-trace-id']).toBe(`Root=${ROOT};Parent=${spans[1]?.spanId};Sampled=1`);
    expect(spans[0]).toMatchObject({ traceId: TRACE, parentSpanId: PARENT });
  });

  it('samples nothing that would not be, and lets X-Amzn-Trace-Id count where it names a trace', async () => {
    const passive = await start('join');
    expect((await passive.sent(...traceparent('01')))['x-amzn-trace-id']).toMatch(/^Root=1-\w{8}-\w{24}$/);
    expect(passive.spans).toEqual([]);
    const { sent, spans } = await start('join', { tracingEnabled: true });
    await sent('X-Amzn-Trace-Id', `Root=${OTHER};Sampled=1`, ...traceparent('01'));
    expect(spans[0]?.traceId).toBe('5759e988bd862e3fe1be46a994272793');
    const seen = await start('join', { tracingEnabled: true });
    await seen.sent(...traceparent('01'), ...traceparent('01'));
    expect(seen.spans[0]?.traceId).not.toBe(TRACE);
  });
});

describe.each([false, true])('bridge (HTTP API: %s)', (isHttpApi) => {
  it('takes trace, parent and decision from traceparent, and passes both on with the integration’s span', async () => {
    const { sent, spans } = await start('bridge', { isHttpApi });
    const seen = await sent(...traceparent('01'));
    const [gateway, called] = spans;
    expect(gateway).toMatchObject({ traceId: TRACE, parentSpanId: PARENT });
    expect(seen.traceparent).toBe(`00-${TRACE}-${called?.spanId}-01`);
    expect(seen.tracestate).toBe('vendor=x');
    expect(seen['x-amzn-trace-id']).toBe(`Root=${ROOT};Parent=${called?.spanId};Sampled=1`);
  });

  it('passes on a decision against it, with the caller as whom the integration is called by', async () => {
    const { sent, spans } = await start('bridge', { isHttpApi, tracingEnabled: true });
    const seen = await sent(...traceparent('00'));
    expect(seen.traceparent).toBe(`00-${TRACE}-${PARENT}-00`);
    expect(seen['x-amzn-trace-id']).toBe(`Root=${ROOT};Parent=${PARENT};Sampled=0`);
    expect(spans).toEqual([]);
  });

  it('makes a traceparent of X-Amzn-Trace-Id, and lets that count where both came', async () => {
    const { sent, spans } = await start('bridge', { isHttpApi });
    const id = OTHER.slice(2).replace('-', '');
    const seen = await sent('X-Amzn-Trace-Id', `Root=${OTHER};Sampled=1`, ...traceparent('01'));
    expect(seen.traceparent).toBe(`00-${id}-${spans[1]?.spanId}-01`);
    expect(seen).not.toHaveProperty('tracestate');
    const unsampled = await sent('X-Amzn-Trace-Id', `Root=${OTHER};Sampled=0`);
    expect(unsampled.traceparent).toMatch(new RegExp(`^00-${id}-[0-9a-f]{16}-00$`));
  });

  it.each([
    [[]],
    [['traceparent', 'nonsense', 'tracestate', 'x=1']],
    [[...traceparent('01'), ...traceparent('01')]],
    [['X-Amzn-Trace-Id', `Root=nonsense;Root=${OTHER}`]],
    [['X-Amzn-Trace-Id', 'Parent=00f067aa0ba902b7;Sampled=1']],
  ])('begins a trace in both where none came: %j', async (headers) => {
    const { sent } = await start('bridge', { isHttpApi });
    const seen = await sent(...headers);
    const [, time, rest] = /^Root=1-(\w{8})-(\w{24})$/.exec(String(seen['x-amzn-trace-id'])) ?? [];
    expect(seen.traceparent).toMatch(new RegExp(`^00-${time}${rest}-[0-9a-f]{16}-00$`));
    expect(seen).not.toHaveProperty('tracestate');
  });
});
