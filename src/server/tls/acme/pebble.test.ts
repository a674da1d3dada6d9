import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CertificatePem } from '../../../http/index.ts';
import { isInstalled } from '../../../http/testing/is-installed.ts';
import { type ChallengeServer, startChallengeServer } from '../testing/challenge-server.ts';
import { EXTERNAL_ACCOUNT, PEBBLE_PROGRAMS, type Pebble, startPebble } from '../testing/pebble.ts';
import { keepCertificates } from './keeper.ts';
import { openAcmeStorage } from './storage.ts';

describe.skipIf(!PEBBLE_PROGRAMS.every(isInstalled))('against Pebble', () => {
  let directory: string;
  let plainPort: ChallengeServer;
  let pebble: Pebble;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sallyport-acme-'));
    plainPort = await startChallengeServer();
    pebble = await startPebble(plainPort.port);
  });
  afterAll(async () => {
    await pebble.stop();
    await plainPort.close();
    await rm(directory, { recursive: true });
  });

  it('gets a certificate, with nonces refused and an account that another one vouches for', async () => {
    const published: CertificatePem[] = [];
    const warnings: string[] = [];
    const keeper = keepCertificates({
      directoryUrl: pebble.directoryUrl,
      terms: { termsAgreed: true, contact: 'ops@sallyport.test', externalAccount: EXTERNAL_ACCOUNT },
      names: ['api.sallyport.test'],
      storage: await openAcmeStorage(join(directory, 'acme')),
      challenges: {
        put: async (token, keyAuthorization) => plainPort.board.put(token, keyAuthorization),
        remove: async (token) => plainPort.board.remove(token),
      },
      environment: {
        fetch: pebble.fetch,
        now: Date.now,
        wait: (ms) => sleep(Math.min(ms, 200)),
        userAgent: 'sallyport/test',
      },
      random: Math.random,
      publish: (_name, pem) => {
        published.push(pem);
      },
      info: () => undefined,
      warn: (_message, detail) => warnings.push(String(detail.error)),
    });
    await vi.waitFor(() => expect(published.length + warnings.length).toBeGreaterThan(0), 15_000);
    await keeper.stop();
    expect(warnings).toEqual([]);
    const leaf = new X509Certificate(published[0]?.certificate ?? '');
    expect(leaf.checkHost('api.sallyport.test')).toBe('api.sallyport.test');
    expect(leaf.issuer).toContain('Pebble Intermediate CA');
  });
});
