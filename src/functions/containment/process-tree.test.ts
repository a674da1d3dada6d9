import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { lastStartedPid, ownMemory, treeUsage } from './process-tree.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

/** A process that starts another one when it is told to. */
async function startParent() {
  const parent = spawn('sh', ['-c', 'echo here; read -r _; sleep 60 & echo "$!"; wait'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  stop = () => process.kill(-(parent.pid ?? 0), 'SIGKILL');
  await once(parent.stdout, 'data');
  return {
    pid: parent.pid ?? 0,
    async start() {
      parent.stdin.write('\n');
      const [child] = await once(parent.stdout, 'data');
      return Number(child);
    },
  };
}

test('what a process has started since the last look is found', async () => {
  const parent = await startParent();
  const before = treeUsage(parent.pid, Number.POSITIVE_INFINITY, lastStartedPid());
  expect(before?.pids).toEqual([parent.pid]);
  const child = await parent.start();
  const now = treeUsage(parent.pid, Number.POSITIVE_INFINITY, lastStartedPid(), before);
  expect(now?.pids.toSorted()).toEqual([parent.pid, child].toSorted());
  expect(now?.residentBytes).toBeGreaterThan(before?.residentBytes ?? 0);
});

test('counting stops where it is told to', async () => {
  const parent = await startParent();
  await parent.start();
  expect(treeUsage(parent.pid, 0, lastStartedPid())?.pids).toHaveLength(1);
});

test('one that is gone is nothing, also where it was known', async () => {
  const parent = await startParent();
  const before = treeUsage(parent.pid, Number.POSITIVE_INFINITY, lastStartedPid());
  stop();
  stop = () => undefined;
  await expect.poll(() => treeUsage(parent.pid, Number.POSITIVE_INFINITY, lastStartedPid(), before)).toBeUndefined();
});

test('memory is told in bytes, with what others have too and without', () => {
  // More than a few pages are one side or the other of it: Node.js takes memory meanwhile.
  const rss = process.memoryUsage.rss();
  const resident = treeUsage(process.pid, 0, lastStartedPid())?.residentBytes ?? 0;
  expect(Math.abs(resident / rss - 1)).toBeLessThan(0.1);
  const own = ownMemory([process.pid]);
  expect(own).toBeLessThan(resident);
  expect(own).toBeGreaterThan(process.memoryUsage().heapUsed / 2);
  expect(ownMemory([process.pid, process.pid])).toBeGreaterThan(1.5 * own);
});
