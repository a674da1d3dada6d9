import { expect, it } from 'vitest';
import { bestQuarter, median, percentile, spread } from './statistics.ts';

it('takes the middle value, the lower of two', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2);
  expect(median([])).toBeNaN();
});

it('takes the value of the best quarter', () => {
  expect(bestQuarter([9, 1, 5, 3, 7])).toBe(3);
  expect(bestQuarter([7])).toBe(7);
  expect(bestQuarter([Number.NaN, 4, Number.NaN, 3])).toBe(3);
});

// The nearest-rank method as Wikipedia's "Percentile" works it out: 15, 20, 35, 40, 50.
it.each([
  [0.05, 15],
  [0.3, 20],
  [0.4, 20],
  [0.5, 35],
  [1, 50],
])('finds the value that a share of %d does not exceed', (share, expected) => {
  expect(percentile([15, 20, 35, 40, 50], share)).toBe(expected);
});

it('has no percentile of nothing', () => {
  expect(percentile(new Float64Array(0), 0.99)).toBeNaN();
});

it('writes a spread with what it is a spread of', () => {
  expect(spread([1.24, 12.6, 3.3], 'us')).toBe('3.3 us (1.2 to 13)');
});
