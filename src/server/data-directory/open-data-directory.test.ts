import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { Secret } from '../settings/index.ts';
import { openDataDirectory } from './open-data-directory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const own = { accounts: [], masterKey: undefined, masterKeyFile: undefined };
const none = { ...own, rootAccessKeyId: undefined, rootSecretAccessKey: undefined };
const given = {
  ...own,
  rootAccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  rootSecretAccessKey: new Secret('wJalrXUtnFEMI/K7MDENG'),
};
const mode = (path: string) => statSync(path).mode & 0o777;

test('the first start makes everything for the owner alone, the second finds it', async () => {
  const dataDirectory = join(folder, 'a', 'b');
  const wanted = { dataDirectory, ephemeral: false, ...none };
  const first = await openDataDirectory(wanted, randomBytes);
  expect(first.credentialsPath).toBe(join(dataDirectory, 'root-credentials.json'));
  expect(mode(dataDirectory)).toBe(0o700);
  expect(mode(first.functionsDirectory)).toBe(0o700);
  const store = await openSqliteStore({ path: first.storePath });
  await store.close();
  expect(mode(first.storePath)).toBe(0o600);
  await first.close();

  const second = await openDataDirectory(wanted, randomBytes);
  expect(second.rootCredentials).toEqual(first.rootCredentials);
  await second.close();
});

test('credentials of the environment are used and written nowhere', async () => {
  const directory = await openDataDirectory({ dataDirectory: folder, ephemeral: false, ...given }, randomBytes);
  expect(directory.rootCredentials).toEqual({
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG',
  });
  expect(directory.credentialsPath).toBeUndefined();
  await directory.close();
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).isFile())
      expect(readFileSync(join(folder, name), 'latin1')).not.toContain('wJalr');
  }
});

test('a directory in use is refused, and free again after close', async () => {
  const wanted = { dataDirectory: folder, ephemeral: false, ...none };
  const directory = await openDataDirectory(wanted, randomBytes);
  await expect(openDataDirectory(wanted, randomBytes)).rejects.toMatchObject({
    name: 'StartError',
    message: `The data directory ${folder} is in use by process ${process.pid}.`,
  });
  await directory.close();
  await (await openDataDirectory(wanted, randomBytes)).close();
});

test('ephemeral needs no data directory and leaves nothing behind', async () => {
  const dataDirectory = join(folder, 'unused');
  const directory = await openDataDirectory({ dataDirectory, ephemeral: true, ...none }, randomBytes);
  expect(directory.storePath).toBe(':memory:');
  expect(directory.credentialsPath).toBe(join(directory.path, 'root-credentials.json'));
  expect(mode(directory.path)).toBe(0o700);
  expect(existsSync(directory.functionsDirectory)).toBe(true);
  await directory.close();
  expect(existsSync(directory.path)).toBe(false);
  expect(existsSync(dataDirectory)).toBe(false);
});

test('a path that cannot be a directory is named, with the reason', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const wanted = { dataDirectory: join(file, 'data'), ephemeral: false, ...none };
  await expect(openDataDirectory(wanted, randomBytes)).rejects.toMatchObject({
    name: 'StartError',
    message: `The data directory ${wanted.dataDirectory} cannot be made (ENOTDIR).`,
  });
});

test('what is wrong inside releases the lock again', async () => {
  const wanted = { dataDirectory: folder, ephemeral: false, ...none };
  const credentials = join(folder, 'root-credentials.json');
  writeFileSync(credentials, 'none', { mode: 0o600 });
  await expect(openDataDirectory(wanted, randomBytes)).rejects.toThrow('does not hold root credentials');
  rmSync(credentials);
  await (await openDataDirectory(wanted, randomBytes)).close();
});
