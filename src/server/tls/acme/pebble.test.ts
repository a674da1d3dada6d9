import { type ChildProcess, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CertificatePem } from '../../../http/index.ts';
import { isInstalled } from '../../../http/testing/is-installed.ts';
import { devCertificate } from '../dev/dev-certificate.ts';
import { type ChallengeServer, startChallengeServer } from '../testing/challenge-server.ts';
import { keepCertificates } from './keeper.ts';
import { openAcmeStorage } from './storage.ts';

// Pebble is Let's Encrypt's own server for testing clients: strict, and it refuses nonces at random.
const isThere = isInstalled('pebble') && isInstalled('pebble-challtestsrv');

let directory: string;
let plainPort: ChallengeServer;
let authority: string;
let directoryUrl: string;
const children: ChildProcess[] = [];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function start(program: string, args: readonly string[], environment = {}): void {
  children.push(spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...environment } }));
}

describe.skipIf(!isThere)('against Pebble', () => {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sallyport-pebble-'));
    plainPort = await startChallengeServer();
    const { authorityFile } = await devCertificate({ directory, names: ['127.0.0.1'], nowMs: Date.now() });
    authority = await readFile(authorityFile, 'utf8');
    const [port, managementPort, dnsPort] = [await freePort(), await freePort(), await freePort()];
    const pebble = {
      listenAddress: `127.0.0.1:${port}`,
      managementListenAddress: `127.0.0.1:${managementPort}`,
      certificate: join(directory, 'dev.pem'),
      privateKey: join(directory, 'dev-key.pem'),
      httpPort: plainPort.port,
      tlsPort: 1,
      externalAccountBindingRequired: true,
      externalAccountMACKeys: { 'kid-1': 'zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W' },
    };
    const config = join(directory, 'pebble.json');
    await writeFile(config, JSON.stringify({ pebble }));
    const dns = `127.0.0.1:${dnsPort}`;
    start('pebble-challtestsrv', [
      '-dns01',
      dns,
      '-defaultIPv6',
      '',
      ...['-http01', '-https01', '-tlsalpn01', '-management'].flatMap((flag) => [flag, '']),
    ]);
    start('pebble', ['-strict', '-config', config, '-dnsserver', dns], {
      PEBBLE_VA_NOSLEEP: '1',
      PEBBLE_WFE_NONCEREJECT: '30',
    });
    directoryUrl = `https://127.0.0.1:${port}/dir`;
  });

  afterAll(async () => {
    for (const child of children) child.kill();
    await plainPort.close();
    await rm(directory, { recursive: true });
  });

  it('gets a certificate, with nonces refused and an account that another one vouches for', async () => {
    const dispatcher = new Agent({ connect: { ca: authority } });
    const trusting = ((url: string, init: object) =>
      undiciFetch(url, { ...init, dispatcher })) as unknown as typeof fetch;
    await vi.waitFor(() => trusting(directoryUrl, {}), 10_000);
    const published: CertificatePem[] = [];
    const warnings: string[] = [];
    const keeper = keepCertificates({
      directoryUrl,
      terms: {
        termsAgreed: true,
        contact: 'ops@sallyport.test',
        externalAccount: {
          keyId: 'kid-1',
          hmacKey: 'zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W',
        },
      },
      names: ['api.sallyport.test'],
      storage: await openAcmeStorage(join(directory, 'acme')),
      challenges: {
        put: async (token, keyAuthorization) => plainPort.board.put(token, keyAuthorization),
        remove: async (token) => plainPort.board.remove(token),
      },
      environment: {
        fetch: trusting,
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
    await dispatcher.destroy();
    expect(warnings).toEqual([]);
    const leaf = new X509Certificate(published[0]?.certificate ?? '');
    expect(leaf.checkHost('api.sallyport.test')).toBe('api.sallyport.test');
    expect(leaf.issuer).toContain('Pebble Intermediate CA');
  });
});
