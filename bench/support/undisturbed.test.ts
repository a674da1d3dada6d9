import { expect, it } from 'vitest';
import { Undisturbed } from './undisturbed.ts';

/** Runs that are numbered, of each of which the host takes such a part. */
function runs(...shares: readonly (number | undefined)[]) {
  let made = 0;
  const undisturbed = new Undisturbed(() => {
    const share = shares[made];
    return () => share;
  });
  const run = () => undisturbed.run(async () => made++);
  return { undisturbed, run };
}

it('makes a run again until the host leaves it alone', async () => {
  const { undisturbed, run } = runs(0.2, 0.011, 0.01, 0);
  expect(await run()).toBe(2);
  expect(await run()).toBe(3);
  expect(undisturbed.note).toContain('2 were, beside the 2 that count. Of one that counts it took 1.0 % at most.');
});

it('takes the least disturbed of twelve', async () => {
  const { undisturbed, run } = runs(...Array.from({ length: 12 }, (_, n) => (n === 7 ? 0.05 : 0.3)), 0);
  expect(await run()).toBe(7);
  expect(await run()).toBe(12);
  expect(undisturbed.note).toContain('it took 5.0 % at most');
});

it('comes to an end where it is never left alone', async () => {
  const { undisturbed, run } = runs(...Array(400).fill(0.5));
  for (let counted = 0; counted < 40; counted++) await run();
  expect(undisturbed.note).toContain('150 were, beside the 40 that count');
});

it('counts every run where the system does not tell', async () => {
  const { run } = runs(undefined, undefined);
  expect(await run()).toBe(0);
  expect(await run()).toBe(1);
});
