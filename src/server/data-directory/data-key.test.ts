import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defineSealedKind } from '../../store/index.ts';
import { sealStore } from '../../store/sealed/index.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { Secret } from '../settings/index.ts';
import { openDataDirectory, rotateMasterKey } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SECRETS = defineSealedKind<string>('Secret');
const HERE = { accountId: '000000000000', region: 'us-east-1' };
const SECRET = 'a-secret-that-nobody-else-may-read';

const settings = (name: string, keys: { masterKeyFile?: string; masterKey?: Secret } = {}) => ({
  dataDirectory: join(folder, name),
  ephemeral: false,
  accounts: [],
  rootAccessKeyId: undefined,
  rootSecretAccessKey: undefined,
  masterKey: keys.masterKey,
  masterKeyFile: keys.masterKeyFile,
});

/** Opens a directory, writes or reads the secret, and closes it. */
async function use(wanted: ReturnType<typeof settings>, write: boolean): Promise<string | undefined> {
  const data = await openDataDirectory(wanted, randomBytes);
  const store = sealStore(await openSqliteStore({ path: data.storePath }), data.sealer('store'));
  try {
    if (write) await store.transact((tx) => tx.put(SECRETS, HERE, 'a', SECRET));
    return (await store.get(SECRETS, HERE, 'a'))?.value;
  } finally {
    await store.close();
    await data.close();
  }
}

function contentsOf(directory: string): string {
  return readdirSync(directory, { recursive: true })
    .map((name) => join(directory, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

test('a copy without the key gives nothing away, and opens nowhere', async () => {
  const masterKeyFile = join(folder, 'elsewhere.key');
  const wanted = settings('data', { masterKeyFile });
  await use(wanted, true);
  const root = await openDataDirectory(wanted, randomBytes);
  await root.close();
  expect(statSync(masterKeyFile).mode & 0o777).toBe(0o600);
  expect(existsSync(join(folder, 'data', 'master.key'))).toBe(false);

  cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true });
  const contents = contentsOf(join(folder, 'copy'));
  expect(contents).not.toContain(SECRET);
  expect(contents).not.toContain(root.rootCredentials.secretAccessKey);
  expect(contents).not.toContain(readFileSync(masterKeyFile, 'latin1').trim());
  await expect(use(settings('copy'), false)).rejects.toThrow('was sealed with a master key that is not in');
  await expect(
    use(settings('copy', { masterKey: new Secret(randomBytes(32).toString('base64')) }), false),
  ).rejects.toThrow('The master key is not the one');
  expect(await use(wanted, false)).toBe(SECRET);
});

test('by default the key lies beside the data', async () => {
  await use(settings('data'), true);
  expect(statSync(join(folder, 'data', 'master.key')).mode & 0o777).toBe(0o600);
  cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true });
  expect(await use(settings('copy'), false)).toBe(SECRET);
});

test('a key of the environment lies nowhere', async () => {
  const masterKey = new Secret(randomBytes(32).toString('base64'));
  await use(settings('data', { masterKey }), true);
  expect(contentsOf(join(folder, 'data'))).not.toContain(masterKey.reveal());
  expect(await use(settings('data', { masterKey }), false)).toBe(SECRET);
});

test('after a rotation the new key opens everything and the old one nothing', async () => {
  const masterKeyFile = join(folder, 'old.key');
  const wanted = settings('data', { masterKeyFile });
  await use(wanted, true);
  const next = join(folder, 'new.key');
  await rotateMasterKey(wanted, next);
  expect(await use(settings('data', { masterKeyFile: next }), false)).toBe(SECRET);
  await expect(use(wanted, false)).rejects.toThrow('The master key is not the one');
  await expect(rotateMasterKey(wanted, join(folder, 'third.key'))).rejects.toThrow('The master key is not the one');
});

test.each([
  ['no key', 'hello\n'],
  ['too short a key', `${randomBytes(16).toString('base64')}\n`],
])('a file with %s is refused', async (_, text) => {
  const masterKeyFile = join(folder, 'bad.key');
  writeFileSync(masterKeyFile, text, { mode: 0o600 });
  await expect(use(settings('data', { masterKeyFile }), true)).rejects.toThrow('does not hold a master key');
});

test('a file that others may read is refused', async () => {
  const masterKeyFile = join(folder, 'open.key');
  writeFileSync(masterKeyFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o644 });
  await expect(use(settings('data', { masterKeyFile }), true)).rejects.toThrow(`run: chmod 600 '${masterKeyFile}'`);
});
