import { mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EXPIRED, LOCALHOST, OTHER_HOST } from '../testing/certificates.ts';
import type { Certificate } from './certificate.ts';
import { watchCertificate } from './watch-certificate.ts';

const POLL_MS = 15;
let dir: string;
let stop: () => void = () => undefined;
let seen: Certificate[];
let warnings: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sallyport-watch-'));
  seen = [];
  warnings = [];
});

afterEach(async () => {
  stop();
  await rm(dir, { recursive: true });
});

async function write(pem: { cert: string; key: string }, where = dir): Promise<void> {
  // As ACME clients and configuration tools do it: beside the old file, then renamed over it.
  for (const [file, text] of [
    ['cert.pem', pem.cert],
    ['key.pem', pem.key],
  ] as const) {
    await writeFile(join(where, `${file}.new`), text);
    await rename(join(where, `${file}.new`), join(where, file));
  }
}

async function watch(folder = dir): Promise<void> {
  stop = await watchCertificate({
    files: { certificateFile: join(folder, 'cert.pem'), privateKeyFile: join(folder, 'key.pem') },
    pollMs: POLL_MS,
    onCertificate: (certificate) => seen.push(certificate),
    warn: (message, detail) => warnings.push(`${message} ${detail.error}`),
  });
}

const names = (): unknown => seen.map((certificate) => certificate.names[0]);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('gives the certificate at first and each time its files have been replaced', async () => {
  await write(LOCALHOST);
  await watch();
  expect(names()).toEqual(['localhost']);
  await write(OTHER_HOST);
  await vi.waitFor(() => expect(names()).toEqual(['localhost', 'other.example']), 10_000);
  await pause(4 * POLL_MS);
  expect(seen).toHaveLength(2);
  expect(warnings).toEqual([]);
});

it('follows a symbolic link that is pointed elsewhere, as Kubernetes does with secrets', async () => {
  const first = await mkdtemp(join(dir, 'a-'));
  const second = await mkdtemp(join(dir, 'b-'));
  await write(LOCALHOST, first);
  await write(OTHER_HOST, second);
  await symlink(first, join(dir, 'data'));
  await watch(join(dir, 'data'));
  await symlink(second, join(dir, 'data.new'));
  await rename(join(dir, 'data.new'), join(dir, 'data'));
  await vi.waitFor(() => expect(names()).toEqual(['localhost', 'other.example']), 10_000);
});

it('keeps the certificate and warns once when the new files are broken, then takes good ones', async () => {
  await write(LOCALHOST);
  await watch();
  await writeFile(join(dir, 'cert.pem'), 'no certificate');
  await vi.waitFor(() => expect(warnings).toHaveLength(1), 10_000);
  expect(warnings[0]).toMatch(/the one before stays.*The certificate cannot be read.*cert\.pem/);
  await pause(4 * POLL_MS);
  expect(warnings).toHaveLength(1);
  expect(seen).toHaveLength(1);
  await write(EXPIRED);
  await vi.waitFor(() => expect(seen).toHaveLength(2), 10_000);
});

it('waits for the second file instead of complaining about a pair that does not match', async () => {
  await write(LOCALHOST);
  await watch();
  await writeFile(join(dir, 'cert.pem'), OTHER_HOST.cert);
  await pause(POLL_MS / 3);
  await writeFile(join(dir, 'key.pem'), OTHER_HOST.key);
  await vi.waitFor(() => expect(names()).toEqual(['localhost', 'other.example']), 10_000);
  expect(warnings).toEqual([]);
});

it('keeps the certificate when its files are gone', async () => {
  await write(LOCALHOST);
  await watch();
  await unlink(join(dir, 'key.pem'));
  await vi.waitFor(() => expect(warnings.join()).toMatch(/key\.pem cannot be read: ENOENT/), 10_000);
  expect(seen).toHaveLength(1);
});

it('calls nobody after it was stopped', async () => {
  await write(LOCALHOST);
  await watch();
  stop();
  await write(OTHER_HOST);
  await pause(5 * POLL_MS);
  expect(seen).toHaveLength(1);
});

it('refuses to begin with files that cannot be used', async () => {
  await expect(watch()).rejects.toThrow(/cert\.pem cannot be read: ENOENT/);
  await write({ cert: LOCALHOST.cert, key: OTHER_HOST.key });
  await expect(watch()).rejects.toThrow(/does not belong to the first certificate/);
});
