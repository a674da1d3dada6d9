import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { zipFiles } from '../testing/zip.ts';
import { type CodeStore, createCodeStore } from './code-store.ts';
import { createCodeDownloads } from './downloads.ts';

let root: string;
let store: CodeStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sallyport-downloads-'));
  store = createCodeStore(join(root, 'code'), () => crypto.randomUUID());
});
afterEach(() => rm(root, { recursive: true, force: true }));

const START_MS = Date.UTC(2026, 10, 28);
const zip = zipFiles({ 'a.txt': 'hello' });
const add = () => store.add(zip, async (code) => code);
const downloads = (nowMs = START_MS, key = 'key') =>
  createCodeDownloads(store, { key: Buffer.from(key), baseUrl: () => 'http://here', now: () => nowMs });
const targetOf = async (from = downloads()) => (await from.locationOf(await add()))?.replace('http://here', '') ?? '';

// API reference, `FunctionCodeLocation`: a presigned URL; the Lambda guide says that it is good for ten minutes.
test('an address leads to the very file for ten minutes', async () => {
  const target = await targetOf();
  for (const laterMs of [0, 599_000]) {
    const found = await downloads(START_MS + laterMs).find(target);
    if (found === undefined || found === 'forbidden') throw new Error('There is no file.');
    expect(found.sizeBytes).toBe(zip.length);
    expect(Buffer.compare(await readFile(found.path), zip)).toBe(0);
  }
  expect(await downloads(START_MS + 601_000).find(target)).toBe('forbidden');
});

test('an address that was not given out leads nowhere', async () => {
  const target = await targetOf();
  const spoiled = [
    target.replace(/expires=\d+/, 'expires=99999999999'),
    target.replace(/signature=../, 'signature=00'),
    target.replace(/&signature=.*/, ''),
    target.replace(/code\/[0-9a-f]{64}/, `code/${'0'.repeat(64)}`),
    target.replace(/code\/.*\.zip/, 'code/../../secret'),
    '/_sallyport/code/',
  ];
  for (const each of spoiled) expect([each, await downloads().find(each)]).toEqual([each, 'forbidden']);
  expect(await downloads(START_MS, 'other').find(target)).toBe('forbidden');
  expect(await downloads().find('/health')).toBeUndefined();
});

test('a disk that cannot be read is no missing file', async () => {
  const unreadable = { ...store, zipPath: () => '/dev/null/code.zip' };
  const broken = createCodeDownloads(unreadable, { key: Buffer.from('key'), baseUrl: () => '', now: () => START_MS });
  await expect(broken.locationOf(await add())).rejects.toMatchObject({ code: 'ENOTDIR' });
  await expect(broken.find(await targetOf())).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('the file goes with its code, and code without a file has no address', async () => {
  const target = await targetOf();
  await store.removeUnused(
    async () => new Set<string>(),
    () => false,
  );
  expect(await downloads().find(target)).toBe('forbidden');
  expect(await downloads().locationOf({ sha256: '', sizeBytes: 0, folder: '', localFolder: root })).toBeUndefined();
});
