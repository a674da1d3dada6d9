import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zipFiles, zipOf } from '../testing/zip.ts';
import { type CodeStore, createCodeStore, type FunctionCode } from './code-store.ts';

let root: string;
let store: CodeStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sallyport-code-'));
  store = createCodeStore(join(root, 'code'), () => crypto.randomUUID());
});
afterEach(() => rm(root, { recursive: true, force: true }));

const add = (zip: Uint8Array) => store.add(zip, async (code) => code);
/** A folder, and the zip file that it comes from. */
const withZip = (folder: string) => [folder, `${folder}.zip`];
const unused = { named: async () => new Set<string>(), isInUse: () => false };
const DAMAGED = 'Could not unzip uploaded file. Please check your file, then try to upload again.';

test('files, folders and executable bits arrive', async () => {
  const zip = zipOf(
    { name: 'index.js', content: 'a' },
    { name: 'lib/', content: '' },
    { name: 'deep/er/file.txt', content: 'ü' },
    { name: 'bootstrap', content: '#!/bin/sh', mode: 0o100755 },
  );
  const code = await add(zip);
  const folder = store.directory(code);
  expect(await readdir(folder)).toEqual(['bootstrap', 'deep', 'index.js', 'lib']);
  expect(await readFile(join(folder, 'deep/er/file.txt'), 'utf8')).toBe('ü');
  expect((await stat(join(folder, 'bootstrap'))).mode & 0o777).toBe(0o755);
  expect((await stat(join(folder, 'index.js'))).mode & 0o111).toBe(0);
});

// API reference, `CodeSha256`: of the deployment package, so of the zip file and not of what is in it.
test('the digest is the zip file’s SHA-256 in base64, the size its own', async () => {
  const zip = zipFiles({ 'a.txt': 'hello' });
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', zip)).toString('base64');
  expect(await add(zip)).toMatchObject({ sha256: digest, sizeBytes: zip.length });
});

test('the same file twice, at the same time too, is one folder', async () => {
  const zip = zipFiles({ 'a.txt': 'hello' });
  const codes = await Promise.all([add(zip), add(zip), add(zip)]);
  expect(new Set(codes.map(({ folder }) => folder)).size).toBe(1);
  expect(await readdir(join(root, 'code'))).toEqual(withZip(codes[0]?.folder ?? ''));
});

describe('what is refused leaves nothing behind', () => {
  const link = (name: string, target: string) => ({ name, content: target, mode: 0o120777 });
  test.each<[string, Uint8Array, string]>([
    ['no zip file', Buffer.from('hello'), DAMAGED],
    ['a zip file cut short', zipFiles({ 'a.txt': 'x'.repeat(100) }).subarray(0, 60), DAMAGED],
    ['an empty zip file', zipOf(), 'Uploaded file must be a non-empty zip'],
    ['a name that leaves the folder', zipFiles({ '../out.txt': 'x' }), DAMAGED],
    ['a name that leaves it later', zipFiles({ 'a/../../out.txt': 'x' }), DAMAGED],
    ['an absolute name', zipFiles({ '/tmp/out.txt': 'x' }), DAMAGED],
    ['a name with backslashes that leaves it', zipFiles({ '..\\out.txt': 'x' }), DAMAGED],
    ['a link that leaves the folder', zipOf(link('l', '../../etc')), DAMAGED],
    ['an absolute link', zipOf(link('l', '/etc')), DAMAGED],
    ['a file through a link', zipOf(link('l', 'd'), { name: 'l/x', content: 'x' }), DAMAGED],
    ['a file where a folder is', zipOf({ name: 'a/b', content: 'x' }, { name: 'a', content: 'x' }), DAMAGED],
    ['a size that is not true', zipOf({ name: 'a', content: 'x', inflatedSize: 2 }), DAMAGED],
    // Recorded on AWS: `test_oversized_lambda`.
    [
      'too much',
      zipOf({ name: 'a', content: 'x', inflatedSize: 262_144_001 }),
      'Unzipped size must be smaller than 262144000 bytes',
    ],
  ])('%s', async (_name, zip, message) => {
    await expect(add(zip)).rejects.toMatchObject({ code: 'InvalidParameterValueException', statusCode: 400, message });
    expect(await readdir(join(root, 'code'))).toEqual([]);
    expect(await readdir(root)).toEqual(['code']);
  });
});

test('a link inside the folder is kept', async () => {
  const zip = zipOf(
    { name: 'node_modules/.bin/tool', content: '../tool/cli.js', mode: 0o120777 },
    { name: 'node_modules/tool/cli.js', content: 'x' },
  );
  const folder = store.directory(await add(zip));
  expect(await readlink(join(folder, 'node_modules/.bin/tool'))).toBe('../tool/cli.js');
});

describe('unused code', () => {
  test('goes, and what is named or in use stays', async () => {
    const [gone, named, running] = await Promise.all(
      ['gone', 'named', 'running'].map((text) => add(zipFiles({ text }))),
    );
    const keep = (code: FunctionCode | undefined) => code?.folder ?? 'missing';
    await store.removeUnused(
      async () => new Set([keep(named)]),
      (directory) => directory.endsWith(keep(running)),
    );
    const left = await readdir(join(root, 'code'));
    expect(left.sort()).toEqual([keep(named), keep(running)].flatMap(withZip).sort());
    expect(left).not.toContain(keep(gone));
  });

  test('goes with what an interrupted call left', async () => {
    await mkdir(join(root, 'code', 'abc.123'), { recursive: true });
    await writeFile(join(root, 'code', 'abc.123', 'half'), 'x');
    await store.removeUnused(unused.named, unused.isInUse);
    expect(await readdir(join(root, 'code'))).toEqual([]);
  });

  test('stays while a call stores who uses it, however the two overlap', async () => {
    const zip = zipFiles({ 'a.txt': 'x' });
    await add(zip);
    let documents = new Set<string>();
    await Promise.all([
      store.removeUnused(async () => {
        const seen = documents;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return seen;
      }, unused.isInUse),
      store.add(zip, async ({ folder }) => {
        documents = new Set([folder]);
      }),
    ]);
    expect(await readdir(join(root, 'code'))).toEqual([...documents].flatMap(withZip));
    expect(documents.size).toBe(1);
  });

  test('of a store that has no folder yet is none', async () => {
    await expect(store.removeUnused(unused.named, unused.isInUse)).resolves.toBeUndefined();
  });
});
