import { expect, test } from 'vitest';
import { WriteBehind } from './write-behind.ts';

/** A slow writer that remembers its batches. */
function slow() {
  const batches: string[][] = [];
  const running = { now: 0, most: 0, failing: false };
  const writer = new WriteBehind<string>(async (batch) => {
    running.now += 1;
    running.most = Math.max(running.most, running.now);
    await new Promise((resolve) => setImmediate(resolve));
    running.now -= 1;
    if (running.failing) throw new Error('the disk is full');
    batches.push([...batch]);
  });
  return { writer, batches, running };
}

test('what comes while a batch is written shares the next one, and each waits for its own', async () => {
  const { writer, batches, running } = slow();
  const first = writer.put('a');
  await new Promise((resolve) => setTimeout(resolve, 0));
  await Promise.all([first, writer.put('b'), writer.put('c'), writer.put('b')]);
  expect(batches).toEqual([['a'], ['b', 'c']]);
  expect(running.most).toBe(1);
});

test('a batch that fails tells whoever waits, and is written with the next', async () => {
  const { writer, batches, running } = slow();
  running.failing = true;
  await expect(Promise.all([writer.put('a'), writer.put('b')])).rejects.toThrow('the disk is full');
  running.failing = false;
  await writer.put('c');
  expect(batches.map((batch) => batch.sort())).toEqual([['a', 'b', 'c']]);
});
