import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const reporter = fileURLToPath(new URL('count-reporter.ts', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-count-'));
});

afterAll(() => rm(folder, { recursive: true }));

test.each([
  [
    'a test of each kind',
    "test('a', () => {}); test('b', () => { throw new Error('b'); }); test.skip('c');",
    '1 passed, 1 failed, 1 skipped',
    1,
  ],
  ['a file that cannot be read', "throw new Error('no');", '0 passed, 1 failed', 1],
  [
    'a worker that dies',
    "test('a', () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => {}); });",
    '0 passed, 1 failed',
    1,
  ],
  ['nothing but good', "test('a', () => {});", '1 passed, 0 failed', 0],
])('the last line counts %s', { timeout: 60_000 }, async (_, text, line, status) => {
  await writeFile(join(folder, 'some.test.js'), text);
  const args = [vitest, 'run', '--root', folder, '--globals', '--reporter', reporter];
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(ran.stdout.trimEnd().split('\n').at(-1)).toBe(line);
  expect(ran.status).toBe(status);
});
