import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LOCALHOST } from '../../http/testing/certificates.ts';
import type { Integration, StageSnapshot, VpcLink } from '../../model/index.ts';
import { issueClientIdentity } from '../../x509/index.ts';
import { closing } from '../testing/cleanup.ts';
import { noFunctions, startGatewayWith } from '../testing/harness.ts';
import { integration, snapshot } from '../testing/snapshots.ts';
import { NO_USAGE_PLANS } from '../testing/usage.ts';
import { TargetGroup } from './target-group.ts';

// Requests over real sockets to backends that answer with their name.
const open = closing();
const servers: Server[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) server.close();
});

const link: VpcLink = {
  id: 'abc123',
  name: 'shop',
  targetArns: ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/nlb/1'],
  status: 'AVAILABLE',
  tags: {},
};

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A backend that answers with its name, `Host`, path and body. */
function backend(name: string): Promise<number> {
  return listen(
    createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () =>
        response.end(`${name} ${request.headers.host} ${request.url} ${Buffer.concat(chunks).toString()}`),
      );
    }),
  );
}

/** A port on which nothing listens. */
async function deadPort(): Promise<number> {
  const port = await listen(createServer());
  servers.pop()?.close();
  return port;
}

function start(
  change: Partial<Integration>,
  targets: readonly string[] | undefined,
  more: Partial<StageSnapshot> = {},
) {
  const method = {
    methodResponses: { 200: { statusCode: '200' } },
    methodIntegration: integration({
      type: 'HTTP_PROXY',
      httpMethod: 'POST',
      uri: 'http://internal.example:8080/base',
      connectionType: 'VPC_LINK',
      connectionId: 'abc123',
      integrationResponses: { 200: { statusCode: '200' } },
      ...change,
    }),
  };
  const served = {
    ...snapshot({ methods: { '/x': { POST: method } }, stage: { variables: { link: 'abc123' } } }),
    vpcLinks: { abc123: link },
    ...more,
  };
  return open(
    startGatewayWith([served], noFunctions, NO_USAGE_PLANS, 'relaxed', {
      ...(targets && { vpcLinkTargets: { shop: targets } }),
    }),
  );
}

const post = { method: 'POST', body: 'body' };

describe('a private integration (features A5.6)', () => {
  it.each(['HTTP_PROXY', 'HTTP'] as const)(
    'of type %s calls targets in turn, under the name in its URI',
    async (type) => {
      const ports = [await backend('a'), await backend('b')];
      const { call } = await start(
        { type },
        ports.map((port) => `http://127.0.0.1:${port}`),
      );
      const bodies = [await call('/x', post), await call('/x', post), await call('/x', post)].map(({ body }) => body);
      expect(bodies).toEqual(['a', 'b', 'a'].map((name) => `${name} internal.example:8080 /base body`));
    },
  );

  it('takes the link from a stage variable', async () => {
    const port = await backend('a');
    const { call } = await start({ connectionId: `\${stageVariables.link}` }, [`http://127.0.0.1:${port}`]);
    expect((await call('/x', post)).status).toBe(200);
  });

  it.each(['HTTP_PROXY', 'HTTP'] as const)(
    'of type %s goes on to the next target where one is dead, and says so',
    async (type) => {
      const [dead, alive] = [await deadPort(), await backend('b')];
      const { call, warnings } = await start({ type }, [`http://127.0.0.1:${dead}`, `http://127.0.0.1:${alive}`]);
      for (let round = 0; round < 3; round++) expect((await call('/x', post)).body).toContain('b internal');
      expect(warnings).toEqual(['A target of a VPC link is left out.']);
    },
  );

  it('answers 504 where no target lives, as for any backend (fact D64)', async () => {
    const dead = await deadPort();
    const { call } = await start({}, [`http://127.0.0.1:${dead}`]);
    const { status, body } = await call('/x', post);
    expect([status, body]).toEqual([504, '{"message": "Network error communicating with endpoint"}']);
  });

  it.each<[string, readonly string[] | undefined, Partial<StageSnapshot>, string]>([
    ['no targets are set for the link', undefined, {}, 'vpc-links "shop=http://HOST:PORT"'],
    ['there is no such link', [], { vpcLinks: {} }, 'There is no VPC link "abc123"'],
    [
      'the link has failed',
      [],
      { vpcLinks: { abc123: { ...link, status: 'FAILED', statusMessage: 'NLB ARN is malformed.' } } },
      'NLB ARN is malformed.',
    ],
  ])('answers 500 and tells the operator what to do when %s', async (_, targets, more, hint) => {
    const { call, warnings } = await start({}, targets, more);
    const { status, body } = await call('/x', post);
    expect([status, body]).toEqual([500, '{"message": "Internal server error"}']);
    expect(warnings.join()).toContain(hint);
  });
});

describe('a stage with a client certificate (features A5.8)', () => {
  it.each(['INTERNET', 'VPC_LINK'] as const)('shows it to an HTTPS backend: %s', async (connectionType) => {
    const identity = await issueClientIdentity(Date.now());
    const answer = (request: IncomingMessage) => {
      const socket = request.socket as TLSSocket;
      return `${socket.authorized} ${socket.getPeerCertificate().subject?.CN}`;
    };
    const options = { ...LOCALHOST, ca: identity.certificate, requestCert: true };
    const port = await listen(
      createTlsServer({ ...options, rejectUnauthorized: false }, (request, response) => response.end(answer(request))),
    );
    const change = {
      connectionType,
      uri: `https://localhost:${port}/`,
      tlsConfig: { insecureSkipVerification: true },
    };
    const targets = [`https://127.0.0.1:${port}`];
    const shown = await start(change, targets, { clientIdentity: identity });
    expect((await shown.call('/x', post)).body).toBe('true ApiGateway');
    const without = await start(change, targets);
    expect((await without.call('/x', post)).body).toBe('false undefined');
  });
});

describe('the health of targets', () => {
  it('is looked at while the link is used: who is back gets requests again, who is gone gets none', async () => {
    vi.useFakeTimers();
    const listening = new Set([80]);
    const changes: string[] = [];
    let nowMs = 0;
    const group = new TargetGroup(
      [80, 81].map((port) => ({ protocol: 'http:', hostname: 'h', port })),
      {
        check: async ({ port }) => listening.has(port),
        nowMs: () => nowMs,
        onChange: ({ port }, isHealthy) => changes.push(`${port} ${isHealthy}`),
      },
    );
    expect([group.next(), group.next()]).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([group.next(), group.next()]).toEqual([0, 0]);
    listening.add(81).delete(80);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([group.next(), group.next()]).toEqual([1, 1]);
    listening.clear();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(new Set([group.next(), group.next()])).toEqual(new Set([0, 1]));
    expect(changes).toEqual(['81 false', '80 false', '81 true', '81 false']);
    nowMs = 60_001;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
