import { expect, it } from 'vitest';
import { createGate } from './gate.ts';
import { hashPassword, isPassword } from './hash.ts';

const TERMS = { cost: 16, blockSize: 8, parallelization: 1 };

it('a hash says its own terms, and takes its password alone', async () => {
  const hash = await hashPassword('Correct-Horse-1', Buffer.alloc(16, 7), TERMS);
  expect(hash).toMatch(/^scrypt\$16\$8\$1\$[\w+/]+=*\$[\w+/]+=*$/);
  expect(await isPassword('Correct-Horse-1', hash)).toBe(true);
  expect(await isPassword('correct-horse-1', hash)).toBe(false);
});

// Unicode Standard Annex 15: one text can be written in two ways.
it('a letter with an accent is one, however a keyboard sends it', async () => {
  const hash = await hashPassword('Caf\u00e9-Horse-1', Buffer.alloc(16, 7), TERMS);
  expect(await isPassword('Cafe\u0301-Horse-1', hash)).toBe(true);
});

it('a gate lets so many work, so many wait, and refuses the rest', async () => {
  const gate = createGate({ atOnce: 2, waiting: 3 }, () => new Error('too many'));
  let [running, most] = [0, 0];
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  };
  const done = await Promise.allSettled(Array.from({ length: 8 }, () => gate.run(work)));
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(3);
  expect(most).toBe(2);
  await expect(gate.run(async () => 'again')).resolves.toBe('again');
});
