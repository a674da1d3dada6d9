import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch as undiciFetch } from 'undici';
import { vi } from 'vitest';
import { devCertificate } from '../dev/dev-certificate.ts';

/** Of Pebble, Let's Encrypt's own server for testing clients: strict, and it refuses nonces at random. */
export const PEBBLE_PROGRAMS = ['pebble', 'pebble-challtestsrv'];

/** An account that Pebble takes new ones for: it takes no others. */
export const EXTERNAL_ACCOUNT = {
  keyId: 'kid-1',
  hmacKey: 'zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W',
};

export interface Pebble {
  readonly directoryUrl: string;
  /** `fetch` that trusts Pebble's own certificate. */
  readonly fetch: typeof fetch;
  stop(): Promise<void>;
}

/** @param challengePort where names are asked for, whatever they are called: all lead to 127.0.0.1 */
export async function startPebble(challengePort: number): Promise<Pebble> {
  const directory = await mkdtemp(join(tmpdir(), 'sallyport-pebble-'));
  const { authorityFile } = await devCertificate({ directory, names: ['127.0.0.1'], nowMs: Date.now() });
  const dispatcher = new Agent({ connect: { ca: await readFile(authorityFile, 'utf8') } });
  const trusting = ((url: string, init: object) =>
    undiciFetch(url, { ...init, dispatcher })) as unknown as typeof fetch;
  const [port, managementPort, dnsPort] = [await freePort(), await freePort(), await freePort()];
  const config = join(directory, 'pebble.json');
  const pebble = {
    listenAddress: `127.0.0.1:${port}`,
    managementListenAddress: `127.0.0.1:${managementPort}`,
    certificate: join(directory, 'dev.pem'),
    privateKey: join(directory, 'dev-key.pem'),
    httpPort: challengePort,
    tlsPort: 1,
    externalAccountBindingRequired: true,
    externalAccountMACKeys: { [EXTERNAL_ACCOUNT.keyId]: EXTERNAL_ACCOUNT.hmacKey },
  };
  await writeFile(config, JSON.stringify({ pebble }));
  const dns = `127.0.0.1:${dnsPort}`;
  const off = ['-http01', '-https01', '-tlsalpn01', '-management'].flatMap((flag) => [flag, '']);
  const children = [
    start('pebble-challtestsrv', ['-dns01', dns, '-defaultIPv6', '', ...off]),
    start('pebble', ['-strict', '-config', config, '-dnsserver', dns], {
      PEBBLE_VA_NOSLEEP: '1',
      PEBBLE_WFE_NONCEREJECT: '30',
    }),
  ];
  const directoryUrl = `https://127.0.0.1:${port}/dir`;
  await vi.waitFor(() => trusting(directoryUrl, {}), 10_000);
  return {
    directoryUrl,
    fetch: trusting,
    async stop() {
      for (const child of children) child.kill();
      await dispatcher.destroy();
      await rm(directory, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function start(program: string, args: readonly string[], environment = {}): ChildProcess {
  return spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...environment } });
}
