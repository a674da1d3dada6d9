import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { treeUsage } from './process-tree.ts';

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
  const before = treeUsage(parent.pid, Number.POSITIVE_INFINITY);
  expect(before?.pids).toEqual([parent.pid]);
  const child = await parent.start();
  const now = treeUsage(parent.pid, Number.POSITIVE_INFINITY, before);
  expect(now?.pids.toSorted()).toEqual([parent.pid, child].toSorted());
  expect(now?.memoryBytes).toBeGreaterThan(before?.memoryBytes ?? 0);
});

test('counting stops where it is told to', async () => {
  const parent = await startParent();
  await parent.start();
  expect(treeUsage(parent.pid, 0)?.pids).toHaveLength(1);
});

test('one that is gone is nothing, also where it was known', async () => {
  const parent = await startParent();
  const before = treeUsage(parent.pid, Number.POSITIVE_INFINITY);
  stop();
  stop = () => undefined;
  await expect.poll(() => treeUsage(parent.pid, Number.POSITIVE_INFINITY, before)).toBeUndefined();
});
