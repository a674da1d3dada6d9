import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CertificatePem } from '../../../http/index.ts';
import { type AcmeBehaviour, type AcmeServer, startAcmeServer } from '../testing/acme-server.ts';
import { type ChallengeServer, startChallengeServer } from '../testing/challenge-server.ts';
import { createTestClock, type TestClock } from '../testing/clock.ts';
import { type Keeper, type KeeperOptions, keepCertificates } from './keeper.ts';
import { openAcmeStorage } from './storage.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Line {
  readonly message: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

let directory: string;
let server: AcmeServer;
let plainPort: ChallengeServer;
let clock: TestClock;
let published: { name: string; pem: CertificatePem }[];
let lines: Line[];
const running: Keeper[] = [];

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'sallyport-acme-')), 'acme');
  plainPort = await startChallengeServer();
  clock = createTestClock(Date.now());
  published = [];
  lines = [];
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((keeper) => keeper.stop()));
  await server.close();
  await plainPort.close();
  await rm(join(directory, '..'), { recursive: true });
});

async function serve(behaviour: Partial<AcmeBehaviour> = {}): Promise<void> {
  server = await startAcmeServer({ challengePort: plainPort.port, now: () => clock.now(), ...behaviour });
}

async function keep(options: Partial<KeeperOptions> = {}): Promise<Keeper> {
  const keeper = keepCertificates({
    directoryUrl: server.directoryUrl,
    terms: { termsAgreed: true, contact: 'ops@a.test' },
    names: ['a.test'],
    storage: await openAcmeStorage(directory),
    challenges: {
      put: async (token, keyAuthorization) => plainPort.board.put(token, keyAuthorization),
      remove: async (token) => plainPort.board.remove(token),
    },
    environment: { fetch, now: clock.now, wait: clock.wait, userAgent: 'sallyport/test' },
    random: () => 0,
    publish: (name, pem) => {
      published.push({ name, pem });
    },
    info: (message, detail) => lines.push({ message, detail }),
    warn: (message, detail) => lines.push({ message, detail }),
    ...options,
  });
  running.push(keeper);
  return keeper;
}

/** Lets everything go on until a line has been logged, and gives it. */
function line(count = lines.length + 1): Promise<Line> {
  return vi.waitFor(() => {
    const last = lines[count - 1];
    if (last === undefined) throw new Error(`Only ${lines.length} lines were logged.`);
    return last;
  }, 5_000);
}

const serialOf = ({ pem }: { pem: CertificatePem }): string => new X509Certificate(pem.certificate).serialNumber;

describe('certificates that are not there', () => {
  it('are ordered, one a name, kept for the owner alone and published', async () => {
    await serve();
    await keep({ names: ['a.test', 'b.test'] });
    await line(2);
    const written = async () => (await readdir(directory)).filter((file) => !file.endsWith('.new'));
    await vi.waitFor(async () => expect(await written()).toHaveLength(5), 10_000);
    expect(published.map(({ name }) => name)).toEqual(['a.test', 'b.test']);
    expect(server.events).toEqual([
      'account 201 mailto:ops@a.test',
      'order a.test',
      'challenge a.test valid',
      'certificate a.test',
      'account 200 mailto:ops@a.test',
      'order b.test',
      'challenge b.test valid',
      'certificate b.test',
    ]);
    const files = (await readdir(directory)).sort();
    expect(files).toEqual([
      'a.test-key.pem',
      'a.test.pem',
      expect.stringMatching(/^account-/),
      'b.test-key.pem',
      'b.test.pem',
    ]);
    const secret = files.filter((file) => file.includes('key') || file.startsWith('account'));
    for (const file of secret) expect((await stat(join(directory, file))).mode & 0o777, file).toBe(0o600);
  });

  it('come with their chain', async () => {
    await serve();
    await keep();
    await line();
    const [leaf = '', authority = ''] =
      published[0]?.pem.certificate.match(/-----BEGIN [\s\S]*?-----END CERTIFICATE-----/g) ?? [];
    expect(new X509Certificate(leaf).verify(new X509Certificate(authority).publicKey)).toBe(true);
    expect(new X509Certificate(leaf).subjectAltName).toBe('DNS:a.test');
  });

  it('leave no answer to a challenge behind', async () => {
    await serve();
    const tokens: string[] = [];
    await keep({
      challenges: {
        put: async (token, keyAuthorization) => {
          tokens.push(token);
          plainPort.board.put(token, keyAuthorization);
        },
        remove: async (token) => plainPort.board.remove(token),
      },
    });
    await line();
    expect(tokens).toHaveLength(1);
    expect(plainPort.board.answer(`/.well-known/acme-challenge/${tokens[0]}`)).toBeUndefined();
  });

  it('are waited for when the authority is slow, and nonces replaced when it refuses them (RFC 8555 section 6.5)', async () => {
    await serve({ slowness: 3, badNonces: 5 });
    await keep();
    expect((await line()).message).toBe('A certificate was issued.');
  });
});

describe('certificates that are there', () => {
  it('are published at once after a restart, and not ordered', async () => {
    await serve();
    const before = await keep();
    await line();
    await vi.waitFor(async () => expect(await readdir(directory)).toContain('a.test.pem'), 10_000);
    await before.stop();
    server.events.length = 0;
    await keep();
    await vi.waitFor(() => expect(published).toHaveLength(2), 10_000);
    expect(published.map(serialOf)).toEqual([serialOf(published[0] as never), serialOf(published[0] as never)]);
    expect(server.events).toEqual([]);
  });

  it('are renewed when a third of their life is left', async () => {
    await serve();
    await keep();
    await line();
    for (let day = 1; day < 60; day++) clock.advance(DAY_MS);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(published).toHaveLength(1);
    clock.advance(DAY_MS);
    await line(2);
    await vi.waitFor(() => expect(published).toHaveLength(2), 10_000);
    expect(new Set(published.map(serialOf)).size).toBe(2);
  });

  it('are not ordered over and over when a clock is wrong', async () => {
    await serve({ now: () => clock.now() - 80 * DAY_MS });
    await keep();
    await line();
    clock.advance(DAY_MS / 3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(published).toHaveLength(1);
    clock.advance(DAY_MS / 3);
    await line(2);
    await vi.waitFor(() => expect(published).toHaveLength(2), 10_000);
  });

  it('stay when they cannot be renewed, and the line says until when', async () => {
    await serve();
    await keep();
    await line();
    await server.close();
    clock.advance(61 * DAY_MS);
    const { message, detail } = await line(2);
    expect(message).toBe('A certificate was not issued.');
    expect(detail.error).toMatch(/cannot be reached: .*ECONNREFUSED/);
    const { validTo } = new X509Certificate(published[0]?.pem.certificate ?? '');
    expect(detail.until).toBe(new Date(validTo).toISOString());
    expect(published).toHaveLength(1);
  });
});

describe('failures', () => {
  it('are tried again after 5, 10, 20, ... minutes, and a success begins anew', async () => {
    await serve();
    let isReachable = false;
    await keep({
      challenges: {
        put: async (token, keyAuthorization) => {
          if (isReachable) plainPort.board.put(token, keyAuthorization);
        },
        remove: async (token) => plainPort.board.remove(token),
      },
    });
    for (const [failure, minutes] of [5, 10, 20].entries()) {
      const { detail } = await line(failure + 1);
      expect(detail.error).toMatch(/The authorization for a\.test is invalid: a\.test gave "status 404"/);
      expect(Date.parse(String(detail.nextTry)) - clock.now()).toBeCloseTo(minutes * MINUTE_MS, -3);
      isReachable = failure === 2;
      clock.advance(minutes * MINUTE_MS);
    }
    expect((await line(4)).message).toBe('A certificate was issued.');
    expect(plainPort.misses).toHaveLength(3);
  });

  it('wait as long as the authority wants (RFC 8555 section 6.6)', async () => {
    const refuseOrders = { status: 429, type: 'rateLimited', detail: 'Too many orders.', retryAfter: '86400' };
    await serve({ refuseOrders });
    await keep();
    const { detail } = await line();
    expect(detail.error).toMatch(/answered 429: Too many orders\./);
    expect(Date.parse(String(detail.nextTry)) - clock.now()).toBeCloseTo(DAY_MS, -3);
  });

  it('of one name do not harm another', async () => {
    await serve();
    // The first challenge is never answered; which name it belongs to is for the orders' race to say.
    let dropped = false;
    await keep({
      names: ['one.test', 'other.test'],
      challenges: {
        put: async (token, keyAuthorization) => {
          if (dropped) plainPort.board.put(token, keyAuthorization);
          dropped = true;
        },
        remove: async (token) => plainPort.board.remove(token),
      },
    });
    await line(2);
    expect(lines.map(({ message }) => message).sort()).toEqual([
      'A certificate was issued.',
      'A certificate was not issued.',
    ]);
    expect(new Set(lines.map(({ detail }) => detail.name))).toEqual(new Set(['one.test', 'other.test']));
  });

  it('name the terms that were not agreed to', async () => {
    await serve({ termsOfService: 'https://ca.test/terms' });
    await keep({ terms: { termsAgreed: false } });
    expect((await line()).detail.error).toMatch(/agree to its terms: https:\/\/ca\.test\/terms/);
    expect(server.events).toEqual([]);
  });

  it('come from a directory that is none', async () => {
    await serve();
    await keep({ directoryUrl: server.directoryUrl.replace('directory', 'nowhere') });
    expect((await line()).detail.error).toMatch(/answered 405/);
  });
});

describe('a disk that fails', () => {
  it('costs neither the certificate nor another order', async () => {
    await serve();
    const storage = await openAcmeStorage(directory);
    await keep({ storage: { ...storage, save: () => Promise.reject(new Error('ENOSPC')) } });
    await line(2);
    expect(lines.map(({ message }) => message)).toEqual(['A certificate was issued.', 'A certificate was not saved.']);
    clock.advance(DAY_MS);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(published).toHaveLength(1);
    expect(server.events.filter((event) => event.startsWith('order'))).toHaveLength(1);
  });

  it('is told of when it cannot be read', async () => {
    await serve();
    const storage = await openAcmeStorage(directory);
    await keep({ storage: { ...storage, load: () => Promise.reject(new Error('EACCES')) } });
    expect(await line()).toEqual({
      message: 'A certificate is not kept.',
      detail: { name: 'a.test', error: 'EACCES' },
    });
  });
});

describe('stopping', () => {
  it('ends the wait for the next renewal', async () => {
    await serve();
    const keeper = await keep();
    await line();
    await keeper.stop();
  });

  it('ends the wait for a slow authority, without a complaint', async () => {
    await serve({ slowness: 1_000 });
    clock = createTestClock(Date.now(), 0);
    const keeper = await keep();
    await vi.waitFor(() => expect(server.events).toContain('challenge a.test valid'), 10_000);
    await keeper.stop();
    expect(lines).toEqual([]);
  });

  it('ends a request that is never answered', async () => {
    await serve();
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const asked = new Promise((resolve) => silent.once('connection', resolve));
    const keeper = await keep({ directoryUrl: `http://127.0.0.1:${port}/directory` });
    await asked;
    await keeper.stop();
    expect(lines).toEqual([]);
    silent.close();
  });
});
