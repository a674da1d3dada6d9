import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { allocatedPagesIn, handedOut } from './handed-out.ts';

test('pages of all zones are counted, and no others', () => {
  // Beginning, middle and end of a Linux 6.18's file, shortened.
  const text = [
    ...['nr_free_pages 5733402', 'pswpout 0', 'pgalloc_dma 3', 'pgalloc_dma32 1024', 'pgalloc_normal 459895902'],
    ...['pgalloc_movable 0', 'pgalloc_device 0', 'allocstall_normal 7', 'pgfree 467215804', 'nr_unstable 0', ''],
  ].join('\n');
  expect(allocatedPagesIn(text)).toBe(3 + 1024 + 459895902);
});

test('where the kernel does not count them, that is not nothing', () => {
  expect(allocatedPagesIn('')).toBeNaN();
  expect(allocatedPagesIn('nr_free_pages 5733402\n')).toBeNaN();
});

test('a process that is started is told of, and so is what it is given', () => {
  const before = handedOut();
  // It fills 64 MB.
  const { pid } = spawnSync(process.execPath, ['-e', 'Buffer.alloc(67_108_864, 1)']);
  const after = handedOut();
  expect(after.lastPid).toBeGreaterThanOrEqual(pid);
  expect(after.memoryBytes - before.memoryBytes).toBeGreaterThan(67_108_864);
});
