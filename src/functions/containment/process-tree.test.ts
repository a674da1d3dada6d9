import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { handedOut } from './handed-out.ts';
import { areWithin, type TreeUsage, treeUsage } from './process-tree.ts';
import { ResidentMemory } from './resident-memory.ts';

let stop: () => void = () => undefined;
const memory = new ResidentMemory();
const pagesOf = (pid: number) => memory.pagesOf(pid);
afterEach(() => {
  stop();
  memory.close();
});

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

const NO_LIMITS = { memoryBytes: Number.POSITIVE_INFINITY, maxProcesses: Number.POSITIVE_INFINITY };

/** A look at all of it. */
function look(pid: number, limits = NO_LIMITS, before?: TreeUsage): TreeUsage | undefined {
  return end(treeUsage(pid, limits, handedOut(), pagesOf, before));
}

function end(walk: ReturnType<typeof treeUsage>): TreeUsage | undefined {
  let step = walk.next();
  while (!step.done) step = walk.next();
  return step.value;
}

test('what a process has started since the last look is found', async () => {
  const parent = await startParent();
  const before = look(parent.pid);
  expect(before?.pids).toEqual([parent.pid]);
  const child = await parent.start();
  const now = look(parent.pid, NO_LIMITS, before);
  expect(now?.pids.toSorted()).toEqual([parent.pid, child].toSorted());
  expect(now?.memoryBytes).toBeGreaterThan(before?.memoryBytes ?? 0);
});

test('who had no parent yet when his number was given out is looked for again, so often and no more', async () => {
  const parent = await startParent();
  const since = { lastPid: Number.MAX_SAFE_INTEGER, memoryBytes: 0 };
  const search = (before?: TreeUsage, now = since) => end(treeUsage(parent.pid, NO_LIMITS, now, pagesOf, before, true));
  const once = search();
  const twice = search(once);
  const thrice = search(twice);
  const child = await parent.start();
  expect(search(once)?.pids).toContain(child);
  expect(search(twice)?.pids).toContain(child);
  expect(search(thrice)?.pids).toEqual([parent.pid]);
  expect(search(thrice, { ...since, lastPid: child })?.pids).toContain(child);
});

test('counting stops where it is told to', async () => {
  const parent = await startParent();
  await parent.start();
  expect(look(parent.pid, { ...NO_LIMITS, maxProcesses: 0 })?.pids).toHaveLength(1);
});

test('one that is gone is nothing, also where it was known', async () => {
  const parent = await startParent();
  const before = look(parent.pid);
  stop();
  stop = () => undefined;
  await expect.poll(() => look(parent.pid, NO_LIMITS, before)).toBeUndefined();
});

test('memory is told with what others have too, and without where that may be more than it is to be', () => {
  // Node.js takes memory meanwhile.
  const rss = process.memoryUsage.rss();
  const resident = look(process.pid)?.memoryBytes ?? 0;
  expect(Math.abs(resident / rss - 1)).toBeLessThan(0.1);
  const own = look(process.pid, { ...NO_LIMITS, memoryBytes: rss / 2 })?.memoryBytes ?? 0;
  expect(own).toBeLessThan(resident);
  expect(own).toBeGreaterThan(process.memoryUsage().heapUsed / 2);
});

test('a look stops after each process', async () => {
  const parent = await startParent();
  await parent.start();
  const walk = treeUsage(parent.pid, NO_LIMITS, handedOut(), pagesOf);
  let stops = 0;
  while (!walk.next().done) stops += 1;
  expect(stops).toBeGreaterThanOrEqual(2);
});

test('more than they are to have they cannot have before the kernel has handed out what is left of it, or started somebody', () => {
  const usage = { pids: [7, 9], memoryBytes: 50, since: { lastPid: 9, memoryBytes: 1_000 }, searches: 1 };
  const now = (lastPid: number, memoryBytes: number) => areWithin(usage, { memoryBytes: 80 }, { lastPid, memoryBytes });
  expect(now(9, 1_000)).toBe(true);
  expect(now(9, 1_030)).toBe(true);
  expect(now(9, 1_031)).toBe(false);
  expect(now(10, 1_000)).toBe(false);
  // Where that is not told.
  expect(now(9, Number.NaN)).toBe(false);
  expect(
    areWithin({ ...usage, since: { lastPid: 0, memoryBytes: 1 } }, { memoryBytes: 80 }, { lastPid: 0, memoryBytes: 1 }),
  ).toBe(false);
});
