import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { createWatch } from './watch.ts';

const MEMORY_BYTES = 96 * 1_048_576;

let child: ChildProcessByStdio<Writable, Readable, null>;
let stop: () => void;
afterEach(() => {
  stop();
  child.kill('SIGKILL');
});

/** A program that is watched from when it is set up, and reads a line before it goes on. */
async function watched(program: string, { setUp = '', everyMs }: { setUp?: string; everyMs?: number } = {}) {
  child = spawn('python3', ['-u', '-c', `import sys, mmap, os\n${setUp}\nprint("here")\n${program}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  let looks = 0;
  const exceeded = new Promise<string>((resolve) => {
    stop = createWatch(everyMs).add({
      get pid() {
        looks += 1;
        return child.pid;
      },
      memoryBytes: MEMORY_BYTES,
      maxProcesses: 4,
      isBusy: () => true,
      exceeded: resolve,
    });
  });
  const settled = Promise.race([exceeded, once(child, 'exit').then(() => 'ended')]);
  await expect.poll(() => looks, { timeout: 5_000 }).toBeGreaterThan(2);
  return { exceeded: settled, looks: () => looks, goOn: () => child.stdin.write('\n') };
}

test('one that takes more than it has is told of, before all are looked at in any case', async () => {
  const program = 'sys.stdin.readline(); held = bytearray(128 << 20); sys.stdin.readline()';
  const { exceeded, looks, goOn } = await watched(program, { everyMs: 500 });
  goOn();
  expect(await exceeded).toBe('memory');
  expect(looks()).toBeLessThan(LIMITS.thoroughEveryTurns);
});

test('one that takes it a little at a time is told of, too', async () => {
  const { exceeded, goOn } = await watched(
    'import time\nsys.stdin.readline()\nheld = []\nwhile True: held.append(bytearray(1 << 20)); time.sleep(0.01)',
  );
  goOn();
  expect(await exceeded).toBe('memory');
});

test('what is shared with children counts once they are there, though nothing is handed out for it', async () => {
  const program = 'sys.stdin.readline()\nif os.fork() == 0: sys.stdin.readline(); os._exit(0)\nos.wait()';
  const { exceeded, looks, goOn } = await watched(program, { setUp: 'held = bytearray(60 << 20)', everyMs: 500 });
  goOn();
  expect(await exceeded).toBe('memory');
  expect(looks()).toBeLessThan(LIMITS.thoroughEveryTurns);
});

test('memory that was there before it was mapped counts', async () => {
  const setUp = 'file = os.memfd_create("held")\nfor _ in range(128): os.write(file, bytes(1 << 20))';
  const { exceeded, looks, goOn } = await watched(
    `
sys.stdin.readline()
held = mmap.mmap(file, 128 << 20, flags=mmap.MAP_SHARED | getattr(mmap, "MAP_POPULATE", 0x8000))
sys.stdin.readline()`,
    { setUp },
  );
  goOn();
  expect(await exceeded).toBe('memory');
  // One look at all, and time for the mapping; without it, it would be found when the machine happens to start something.
  expect(looks()).toBeLessThan(3 * LIMITS.thoroughEveryTurns);
});

test('one that has too many children is told of', async () => {
  const { exceeded, goOn } = await watched(
    'sys.stdin.readline()\nfor _ in range(6):\n  if os.fork() == 0: sys.stdin.readline(); os._exit(0)\nos.wait()',
  );
  goOn();
  expect(await exceeded).toBe('processes');
});
