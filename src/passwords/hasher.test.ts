import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createPasswordHasher } from './hasher.ts';
import { HASHING } from './terms.ts';

const hasher = () =>
  createPasswordHasher({
    randomBytes,
    terms: { cost: 16, blockSize: 8, parallelization: 1 },
    tooMany: () => new Error('too many'),
  });

it('tells a right password from a wrong one, and none is right where there is no hash', async () => {
  const { hash, matches } = hasher();
  const hashed = await hash('Correct-Horse-1');
  expect(await Promise.all([matches('Correct-Horse-1', hashed), matches('correct-horse-1', hashed)])).toEqual([
    true,
    false,
  ]);
  expect(await matches('Correct-Horse-1', undefined)).toBe(false);
});

it('a flood from the start leaves names that nobody has as they are: refused, when it is over', async () => {
  const { hash, matches } = hasher();
  const flood = Array.from({ length: HASHING.atOnce + HASHING.waiting }, () => hash('a'));
  await expect(matches('a', undefined)).rejects.toThrow('too many');
  await Promise.all(flood);
  expect(await matches('a', undefined)).toBe(false);
});
