import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { ResidentMemory } from './resident-memory.ts';

const pids: number[] = [];
afterEach(() => {
  for (const pid of pids.splice(0)) process.kill(pid, 'SIGKILL');
});

function start(): number {
  const { pid = 0 } = spawn('sleep', ['60']);
  pids.push(pid);
  return pid;
}

/** Files of processes that this one has open. */
const openFiles = (): number =>
  readdirSync('/proc/self/fd').filter((file) => {
    try {
      return readlinkSync(`/proc/self/fd/${file}`).endsWith('/statm');
    } catch {
      return false;
    }
  }).length;

test('what a process has in memory is told while it is there, and no file of it is kept afterwards', async () => {
  const memory = new ResidentMemory();
  const child = spawn('sleep', ['60']);
  const pid = child.pid ?? 0;
  expect(memory.pagesOf(pid)).toBeGreaterThan(0);
  expect(memory.pagesOf(pid)).toBeGreaterThan(0);
  expect(openFiles()).toBe(1);
  child.kill();
  await once(child, 'exit');
  expect(memory.pagesOf(pid)).toBeUndefined();
  expect(openFiles()).toBe(0);
});

test('of many processes a few files are kept open, until all are closed', () => {
  const memory = new ResidentMemory();
  for (let count = 0; count < 10; count++) start();
  for (let turn = 0; turn < 2; turn++) for (const pid of pids) expect(memory.pagesOf(pid)).toBeGreaterThan(0);
  expect(openFiles()).toBeGreaterThan(0);
  expect(openFiles()).toBeLessThan(6);
  memory.close();
  expect(openFiles()).toBe(0);
});
