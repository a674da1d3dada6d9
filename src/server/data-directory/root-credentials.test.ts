import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSealer } from '../../sealing/index.ts';
import { makeRootCredentials, readRootCredentials } from './root-credentials.ts';

const sealer = createSealer({ key: randomBytes(32), use: 'files', randomBytes });
const open = async () => sealer;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-credentials-'));
  path = join(folder, 'root-credentials.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('made credentials have the form of AWS’s, are for the owner alone, and are read back', async () => {
  const made = await makeRootCredentials(path, randomBytes, sealer);
  // IAM User Guide, "IAM identifiers": access key ids of users begin with AKIA; 20 and 40 characters.
  expect(made.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
  expect(made.secretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await readRootCredentials(path, open)).toEqual(made);
  expect(readFileSync(path, 'utf8')).not.toContain(made.secretAccessKey);
  expect(readdirSync(folder)).toEqual(['root-credentials.json']);
});

test('every bit of the random bytes counts', async () => {
  const zero = await makeRootCredentials(path, (size) => new Uint8Array(size), sealer);
  const one = await makeRootCredentials(path, (size) => new Uint8Array(size).fill(1, size - 1), sealer);
  // RFC 4648: five zero bytes are AAAAAAAA, and 00 00 00 00 01 are AAAAAAAB.
  expect([zero.accessKeyId, one.accessKeyId]).toEqual([`AKIA${'A'.repeat(16)}`, `AKIA${'A'.repeat(15)}B`]);
  expect([zero.secretAccessKey, one.secretAccessKey]).toEqual(['A'.repeat(40), `${'A'.repeat(39)}B`]);
});

test('what a crash left of an earlier attempt does not hinder', async () => {
  writeFileSync(`${path}.new`, '{"accessKey', { mode: 0o644 });
  await makeRootCredentials(path, randomBytes, sealer);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a secret that somebody wrote as it is is read as it is', async () => {
  const written = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG' };
  writeFileSync(path, JSON.stringify(written), { mode: 0o600 });
  expect(await readRootCredentials(path, open)).toEqual(written);
});

test('credentials that were sealed with another key are refused', async () => {
  const other = createSealer({ key: randomBytes(32), use: 'files', randomBytes });
  await makeRootCredentials(path, randomBytes, other);
  await expect(readRootCredentials(path, open)).rejects.toThrow('was sealed with another key');
});

test('a secret of one account is good for nothing in another’s file', async () => {
  await makeRootCredentials(path, randomBytes, sealer, '222222222222');
  expect(await readRootCredentials(path, open, '222222222222')).toBeDefined();
  await expect(readRootCredentials(path, open, '333333333333')).rejects.toThrow('was sealed with another key');
  await expect(readRootCredentials(path, open)).rejects.toThrow('was sealed with another key');
});

test('without a file there are none', async () => {
  expect(await readRootCredentials(path, open)).toBeUndefined();
});

test('a file that others may read is refused, with the command that mends it', async () => {
  await makeRootCredentials(path, randomBytes, sealer);
  chmodSync(path, 0o640);
  await expect(readRootCredentials(path, open)).rejects.toMatchObject({
    name: 'StartError',
    message: `${path} may be used by others than its owner (mode 640); run: chmod 600 '${path}'`,
  });
});

test.each([
  '',
  '{"accessKeyId":"AKIA',
  '[]',
  'null',
  '{"accessKeyId":"AKIA"}',
  '{"accessKeyId":1,"secretAccessKey":2}',
])('a file that holds %j is refused and nothing of it is printed', async (text) => {
  writeFileSync(path, text, { mode: 0o600 });
  await expect(readRootCredentials(path, open)).rejects.toMatchObject({
    name: 'StartError',
    message: `${path} does not hold root credentials; delete it and the next start makes new ones.`,
  });
});

test('a file that cannot be read is refused', async () => {
  mkdirSync(path, { mode: 0o700 });
  await expect(readRootCredentials(path, open)).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringContaining('EISDIR'),
  });
});
