import { expect, test } from 'vitest';
import { vcpus } from '../../vcpus.ts';
import { niceness, weight } from './share.ts';

test.each([
  // Lambda guide, "Configure Lambda function memory": one vCPU at 1,769 MB, and in proportion to it.
  [1_769, 1, 100, 0],
  [128, 0.0724, 7, 5],
  [1_132, 0.64, 64, 2],
  [3_538, 2, 200, 0],
  [10_240, 5.789, 579, 0],
])('%i MB are %d vCPUs', (memorySizeMb, share, inHundredths, nice) => {
  expect(vcpus(memorySizeMb)).toBeCloseTo(share, 3);
  expect(weight(memorySizeMb, 100, 1, 10_000)).toBe(inHundredths);
  expect(niceness(memorySizeMb)).toBe(nice);
});

test('a weight stays within what the kernel takes', () => {
  expect(weight(1, 100, 1, 10_000)).toBe(1);
  expect(weight(10_240_000, 100, 1, 10_000)).toBe(10_000);
  expect(niceness(1)).toBe(5);
});
