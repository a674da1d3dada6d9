import { randomBytes, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CertificatePem } from '../../http/index.ts';
import { EXPIRED, LOCALHOST } from '../../http/testing/certificates.ts';
import { createSealer } from '../../sealing/index.ts';
import { StartError } from '../start-error.ts';
import { type CertificateWishes, startCertificates } from './certificates.ts';
import { startAcmeServer } from './testing/acme-server.ts';
import { startChallengeServer } from './testing/challenge-server.ts';

const sealer = createSealer({ key: randomBytes(32), use: 'files', randomBytes });

let directory: string;
let published: [string, string | undefined][];
let warnings: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sallyport-tls-'));
  published = [];
  warnings = [];
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

const files = () => ({ certificateFile: join(directory, 'cert.pem'), privateKeyFile: join(directory, 'key.pem') });

async function write({ cert, key }: { cert: string; key: string }): Promise<void> {
  await writeFile(files().certificateFile, cert);
  await writeFile(files().privateKeyFile, key);
}

async function start(wishes: CertificateWishes, board = { put: () => undefined, remove: () => undefined } as Board) {
  return startCertificates({
    sealer,
    wishes,
    directory: join(directory, 'tls'),
    publish: (id: string, { certificate }: CertificatePem) => {
      published.push([id, new X509Certificate(certificate).subjectAltName]);
    },
    challenges: {
      put: async (token, keyAuthorization) => board.put(token, keyAuthorization),
      remove: async (token) => board.remove(token),
    },
    userAgent: 'sallyport/test',
    now: Date.now,
    random: () => 0,
    info: () => undefined,
    warn: (message) => warnings.push(message),
  });
}

interface Board {
  put(token: string, keyAuthorization: string): void;
  remove(token: string): void;
}

it('brings certificates of all kinds, those given by hand first', async () => {
  await write(LOCALHOST);
  const plainPort = await startChallengeServer();
  const authority = await startAcmeServer({ challengePort: plainPort.port });
  const acme = { directoryUrl: authority.directoryUrl, terms: { termsAgreed: true }, names: ['a.test'] };
  const stop = await start({ files: files(), acme, dev: ['localhost', '::1'] }, plainPort.board);
  expect(published[0]).toEqual(['files', 'DNS:localhost']);
  expect(published).toContainEqual(['dev', 'DNS:localhost, IP Address:0:0:0:0:0:0:0:1']);
  await vi.waitFor(() => expect(published).toContainEqual(['acme/a.test', 'DNS:a.test']), 5_000);
  await stop();
  await authority.close();
  await plainPort.close();
  expect(warnings).toEqual([]);
});

it('shows an expired certificate and says so', async () => {
  await write(EXPIRED);
  const stop = await start({ files: files() });
  await stop();
  expect(published).toEqual([['files', 'DNS:localhost']]);
  expect(warnings).toEqual(['The certificate has expired at 2026-11-21T12:30:29.000Z.']);
});

it('does not start with files that cannot be used', async () => {
  await expect(start({ files: files() })).rejects.toThrow(StartError);
});

it('brings nothing when nothing is wished', async () => {
  await (await start({}))();
  expect(published).toEqual([]);
});
