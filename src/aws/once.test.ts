import { expect, it } from 'vitest';
import { once } from './once.ts';

it('loads again where that failed', async () => {
  let tries = 0;
  const load = once(async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  await expect(load()).rejects.toThrow('not yet');
  expect([await load(), await load()]).toEqual([2, 2]);
});
