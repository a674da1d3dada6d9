import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readPaced } from './pace.ts';

test('a stream that never ends is read at its pace', async () => {
  const chunk = Buffer.alloc(10_000);
  const stream = new Readable({ read: () => void stream.push(chunk) });
  let bytes = 0;
  readPaced(stream, 1_000_000, ({ length }) => {
    bytes += length;
    return length;
  });
  await new Promise((resolve) => setTimeout(resolve, 400));
  stream.destroy();
  expect(bytes).toBeGreaterThan(100_000);
  // Of 0.4 seconds, and the window that has begun.
  expect(bytes).toBeLessThan(600_000);
});

test('what counts for more is read more slowly', async () => {
  const chunk = Buffer.alloc(10_000);
  const stream = new Readable({ read: () => void stream.push(chunk) });
  let bytes = 0;
  readPaced(stream, 1_000_000, ({ length }) => {
    bytes += length;
    return 10 * length;
  });
  await new Promise((resolve) => setTimeout(resolve, 400));
  stream.destroy();
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(80_000);
});

test('it is read in small pieces, since others wait for each', async () => {
  const chunk = Buffer.alloc(1_000);
  const stream = new Readable({ read: () => void stream.push(chunk) });
  let bytes = 0;
  let most = 0;
  stream.on('pause', () => {
    most = Math.max(most, bytes);
    bytes = 0;
  });
  readPaced(stream, 1_000_000, ({ length }) => {
    bytes += length;
    return length;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  stream.destroy();
  expect(most).toBeGreaterThan(0);
  // What may be read in five milliseconds, and a chunk.
  expect(most).toBeLessThanOrEqual(6_000);
});
