import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInterpreters } from './interpreters.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sallyport-interpreters-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function folderWith(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(root, 'path-'));
  for (const [name, script] of Object.entries(files)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }
  return folder;
}

const find = (runtime: string, ...folders: string[]) =>
  createInterpreters({ nodePath: '/node', searchPath: folders.join(':') }).find(runtime);

test('our own Node.js runs every nodejs runtime', async () => {
  expect(await find('nodejs22.x')).toEqual({ launch: { kind: 'nodejs', interpreter: '/node' } });
});

test('a custom runtime brings its own program', async () => {
  expect(await find('provided.al2023')).toEqual({ launch: { kind: 'provided' } });
  expect(await find('provided')).toEqual({ launch: { kind: 'provided' } });
});

test('a shim that fails is passed over, and the interpreter behind a shim is what is used', async () => {
  const broken = await folderWith({ 'python3.12': 'echo "python3.12: command not found" >&2; exit 127' });
  const working = await folderWith({ python3: 'echo "3 11 /real/python3.11"' });
  expect(await find('python3.12', broken, working)).toEqual({
    launch: { kind: 'python', interpreter: '/real/python3.11' },
  });
});

test('the exact minor version comes before any other Python', async () => {
  const folder = await folderWith({ python3: 'echo "3 11 /any"', 'python3.12': 'echo "3 12 /exact"' });
  expect(await find('python3.12', folder)).toEqual({ launch: { kind: 'python', interpreter: '/exact' } });
});

test('a machine without a Python, or with one too old, says so', async () => {
  const old = await folderWith({ python3: 'echo "3 6 /old"' });
  expect(await find('python3.12', old)).toEqual({
    unavailable:
      'The runtime python3.12 cannot run here: neither python3.12 nor python3 (3.8 or later) was found on the PATH.',
  });
});

test('a runtime that nothing here can run is named', async () => {
  expect(await find('java21')).toEqual({
    unavailable: 'The runtime java21 cannot run here: only nodejs*, python3.* and provided* can.',
  });
});
