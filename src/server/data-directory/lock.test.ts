import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { layoutOf } from './layout.ts';
import { lockDirectory } from './lock.ts';

const runner = fileURLToPath(new URL('../../../tools/run-ts.mjs', import.meta.url));
const holderFile = fileURLToPath(new URL('./testing/lock-holder.ts', import.meta.url));

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-lock-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A real second process, and the line that it said about the lock. */
async function startHolder(
  ...options: readonly string[]
): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, [runner, holderFile, folder, ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, said: String(line).trim() };
}

test('a second process is refused, and told who has the directory', async () => {
  const first = await startHolder();
  expect(first.said).toBe('locked');
  const sentence = `The data directory ${folder} is in use by process ${first.child.pid}.`;
  expect((await startHolder()).said).toBe(sentence);
  expect(() => lockDirectory(layoutOf(folder))).toThrow(new StartError(sentence));
});

test('a process that is killed has the lock no more, and one that ends neither', async () => {
  for (const end of [(child: ChildProcess) => child.kill('SIGKILL'), (child: ChildProcess) => child.stdin?.end()]) {
    const { child, said } = await startHolder();
    expect(said).toBe('locked');
    end(child);
    await once(child, 'exit');
  }
  lockDirectory(layoutOf(folder)).release();
});

test('a child that outlives a killed holder, as a function instance may, does not keep the lock', async () => {
  const { child, said } = await startHolder('with-child');
  const [, childId] = said.split(' ');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const next = await startHolder();
  process.kill(Number(childId), 'SIGKILL');
  expect(next.said).toBe('locked');
});

test('the same process is refused as well, until it has released the lock', () => {
  const lock = lockDirectory(layoutOf(folder));
  expect(() => lockDirectory(layoutOf(folder))).toThrow(`in use by process ${process.pid}`);
  lock.release();
  lockDirectory(layoutOf(folder)).release();
});

test('a number that an ended process left behind does not lock', () => {
  writeFileSync(layoutOf(folder).pidFile, `${process.pid}\n`);
  lockDirectory(layoutOf(folder)).release();
});

test('a directory that is not there is named', () => {
  const missing = layoutOf(join(folder, 'missing'));
  expect(() => lockDirectory(missing)).toThrow(`The data directory ${missing.path} cannot be written to.`);
});
