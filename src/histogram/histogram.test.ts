import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, histogramOf, histogramOfAll, mergeHistograms, middleOf, valuesOf } from './index.ts';

/** What CloudWatch takes: up to 2^360 (API reference, `MetricDatum`), here without what no double tells from zero. */
const value = fc.oneof(fc.double({ min: 1e-300, max: 2 ** 360, noNaN: true }), fc.nat());
const values = fc.array(value, { maxLength: 200 });

function histogramOfEach(all: readonly number[]) {
  return histogramOfAll(
    all,
    all.map(() => 1),
  );
}

describe('a bin', () => {
  it('stands for values that are within 1 % of it', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(Math.abs(middleOf(binOf(one)) - one)).toBeLessThanOrEqual(one * 0.01);
      }),
    );
  });

  it('is later for a greater value', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        if (a <= b) expect(binOf(a)).toBeLessThanOrEqual(binOf(b));
      }),
    );
  });

  it('is the first for zero, which is kept exactly', () => {
    expect(binOf(0)).toBe(0);
    expect(middleOf(0)).toBe(0);
  });
});

describe('a merged histogram', () => {
  it('is that of all values', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(mergeHistograms(histogramOfEach(a), histogramOfEach(b))).toEqual(histogramOfEach([...a, ...b]));
      }),
    );
  });

  it('counts what occurred often as often', () => {
    const merged = mergeHistograms(histogramOf(8, 3), histogramOfAll([8, 64, 0], [1, 2.5, 1]));
    expect([...valuesOf(merged)].map(([, count]) => count)).toEqual([1, 4, 2.5]);
  });
});
