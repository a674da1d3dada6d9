import { randomBytes, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isInstalled } from '../http/testing/is-installed.ts';
import type { ClientIdentity } from '../model/index.ts';
import { createSealer } from '../sealing/index.ts';
import { type AcmService, createAcmService } from '../services/acm/index.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import { createAcmIssuer } from './acm-issuer.ts';
import { Secret } from './settings/index.ts';
import { type AcmeBehaviour, type AcmeServer, startAcmeServer } from './tls/testing/acme-server.ts';
import { type ChallengeServer, startChallengeServer } from './tls/testing/challenge-server.ts';
import { createTestClock, type TestClock } from './tls/testing/clock.ts';
import { EXTERNAL_ACCOUNT, PEBBLE_PROGRAMS, startPebble } from './tls/testing/pebble.ts';

const sealer = createSealer({ key: randomBytes(32), use: 'files', randomBytes });

const DAY_MS = 86_400_000;
const SCOPE = { accountId: '111111111111', region: 'us-east-1' };
let directory: string;
let plainPort: ChallengeServer;
let server: AcmeServer | undefined;
let clock: TestClock;
let acm: AcmService;
let published: ClientIdentity[];
let lines: string[];
let stop: () => Promise<void>;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sallyport-acm-'));
  plainPort = await startChallengeServer();
  clock = createTestClock(Date.now());
  published = [];
  lines = [];
});
afterEach(async () => {
  await stop();
  await server?.close();
  await plainPort.close();
  await rm(directory, { recursive: true });
});

/** The service with an authority (RFC 8555) on loopback. */
async function start(behaviour: Partial<AcmeBehaviour> = {}): Promise<void> {
  server = await startAcmeServer({ challengePort: plainPort.port, now: () => clock.now(), ...behaviour });
  await serve(settings({ acmeDirectory: server.directoryUrl }), fetch);
}

async function serve(given: ReturnType<typeof settings>, fetchFrom: typeof fetch): Promise<void> {
  const log = (message: string) => void lines.push(message);
  const issuer = createAcmIssuer(
    given,
    { tlsDirectory: directory, sealer },
    { info: log, warn: log, error: log },
    { fetch: fetchFrom, now: clock.now, wait: clock.wait, random: () => 0 },
  );
  acm = createAcmService({
    store: await openSqliteStore({ path: ':memory:' }),
    publisher: {
      certificateChanged: async (_, identity) => void published.push(identity),
      certificateRemoved: async () => undefined,
    },
    issuer,
    users: async () => new Map(),
    uuid: () => crypto.randomUUID(),
  });
  stop = await issuer.start(acm, {
    put: async (token, keyAuthorization) => plainPort.board.put(token, keyAuthorization),
    remove: async (token) => plainPort.board.remove(token),
  });
}

function settings(more: {
  readonly acmeDirectory: string;
  readonly acmeAgreeToTerms?: boolean;
  readonly tlsDomains?: boolean;
  readonly acmeEabKeyId?: string;
  readonly acmeEabHmacKey?: Secret;
}) {
  return {
    tlsCertificate: undefined,
    tlsDev: false,
    tlsDomains: true,
    acmeNames: undefined,
    acmeAgreeToTerms: true,
    acmeContact: undefined,
    acmeEabKeyId: undefined,
    acmeEabHmacKey: undefined,
    ...more,
  };
}

const call = () => ({
  scope: SCOPE,
  principal: { arn: 'root', accountId: SCOPE.accountId, userId: 'root', accessKeyId: 'AKIAROOT' },
  requestId: 'r',
  nowMs: clock.now(),
});
const request = async () => {
  const input = { DomainName: 'a.test', SubjectAlternativeNames: ['b.test'] };
  return (await acm.handlers.requestCertificate(input, call())).CertificateArn ?? '';
};
const statusOf = async (CertificateArn: string) =>
  (await acm.handlers.describeCertificate({ CertificateArn }, call())).Certificate?.Status;

describe('a certificate that ACM is asked for', () => {
  it('comes from the authority, for all its names, and is renewed there', async () => {
    await start({ lifeMs: 90 * DAY_MS });
    const arn = await request();
    await vi.waitFor(() => expect(published).toHaveLength(1), 10_000);
    const { Certificate } = await acm.handlers.describeCertificate({ CertificateArn: arn }, call());
    expect(Certificate).toMatchObject({ Status: 'ISSUED', SubjectAlternativeNames: ['a.test', 'b.test'] });
    // The next wait begins after what was issued has been told.
    await vi.waitFor(() => expect(lines).toContain('A certificate of ACM was issued.'), 10_000);
    for (let day = 0; day < 60; day++) {
      clock.advance(DAY_MS);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await vi.waitFor(() => expect(published).toHaveLength(2), 10_000);
    expect(published[1]?.certificate).not.toBe(published[0]?.certificate);
  });

  it.skipIf(!PEBBLE_PROGRAMS.every(isInstalled))(
    'comes from Let’s Encrypt’s own test server, and is renewed there (skipped without pebble)',
    async () => {
      const pebble = await startPebble(plainPort.port);
      try {
        const account = {
          acmeEabKeyId: EXTERNAL_ACCOUNT.keyId,
          acmeEabHmacKey: new Secret(EXTERNAL_ACCOUNT.hmacKey),
        };
        await serve(settings({ acmeDirectory: pebble.directoryUrl, ...account }), pebble.fetch);
        const arn = await request();
        await vi.waitFor(() => expect(lines).toContain('A certificate of ACM was issued.'), 15_000);
        clock.advance(5 * 365 * DAY_MS);
        await vi.waitFor(() => expect(published).toHaveLength(2), 15_000);
        const [first, second] = published.map(({ certificate }) => new X509Certificate(certificate));
        expect(second?.serialNumber).not.toBe(first?.serialNumber);
        for (const name of ['a.test', 'b.test']) expect(second?.checkHost(name)).toBe(name);
        expect(second?.issuer).toContain('Pebble Intermediate CA');
        expect(await statusOf(arn)).toBe('ISSUED');
        await stop();
      } finally {
        await pebble.stop();
      }
    },
  );

  it('is tried again, and given up after 72 hours', async () => {
    await start({ refuseOrders: { status: 403, type: 'rejectedIdentifier', detail: 'no', retryAfter: '' } });
    const arn = await request();
    await vi.waitFor(() => expect(lines).toContain('A certificate of ACM was not issued.'), 10_000);
    expect(await statusOf(arn)).toBe('PENDING_VALIDATION');
    clock.advance(3 * DAY_MS);
    await vi.waitFor(async () => expect(await statusOf(arn)).toBe('VALIDATION_TIMED_OUT'), 10_000);
  });

  it('is refused where there is no authority to ask', async () => {
    await start();
    const reason = (more: object, name = 'a.test') => {
      const given = settings({ acmeDirectory: 'https://acme.test/dir', ...more });
      const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const times = { fetch, now: clock.now, wait: clock.wait, random: () => 0 };
      return createAcmIssuer(given, { tlsDirectory: directory, sealer }, quiet, times).unavailableReason([name]);
    };
    expect(reason({})).toBeUndefined();
    expect(reason({ acmeAgreeToTerms: false })).toBe('the setting acme-agree-to-terms is off');
    expect(reason({ tlsDomains: false })).toBe('there is no HTTPS; set tls-domains');
    expect(reason({}, '*.a.test')).toMatch(/^\*\.a\.test is a wildcard/);
  });
});
