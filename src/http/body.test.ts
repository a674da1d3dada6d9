import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { releaseBody } from './body.ts';

it('ends a stream that nobody has begun to read', async () => {
  const stream = new Readable({ read: () => undefined });
  releaseBody(stream);
  stream.destroy(new Error('Too late for anybody.'));
  await new Promise((resolve) => stream.once('close', resolve));
  expect(stream.destroyed).toBe(true);
});

it('ends an iteration that was begun elsewhere, and minds no failure of it', async () => {
  let ended = 0;
  const iterator = {
    next: () => Promise.reject(new Error('Not to be asked.')),
    return: () => {
      ended += 1;
      return Promise.reject(new Error('Cannot even end.'));
    },
  };
  releaseBody({ [Symbol.asyncIterator]: () => iterator });
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toBe(1);
});
