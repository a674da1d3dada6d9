import { expect, it } from 'vitest';
import { createAbandonment } from './abandonment.ts';

it('bears a burst, then so many a second', () => {
  const abandonment = createAbandonment(3, 2);
  expect([0, 0, 0].map((ms) => abandonment.count(ms))).toEqual([false, false, false]);
  expect(abandonment.count(0)).toBe(true);
  const later = createAbandonment(3, 2);
  for (let i = 0; i < 3; i++) later.count(0);
  // Two a second for as long as one likes; three are too many once the burst is used up.
  expect([500, 1_000, 1_500, 2_000].map((ms) => later.count(ms))).toEqual([false, false, false, false]);
  expect([2_300, 2_600].map((ms) => later.count(ms)).includes(true)).toBe(true);
});
