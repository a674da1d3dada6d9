import fc from 'fast-check';
import { expect, it } from 'vitest';
import { denseBuckets, exponentialOf } from './exponential.ts';

it('each value lies in its bucket, above base^i and up to base^(i+1), at whatever scale (OpenTelemetry, "Metrics Data Model")', () => {
  const value = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 50 }), (values) => {
      const { scale, offset, bucketCounts } = denseBuckets(exponentialOf(values.map((one) => [one, 1])));
      const base = 2 ** (2 ** -scale);
      expect(bucketCounts.length).toBeLessThanOrEqual(640);
      const expected = bucketCounts.map(
        (_, place) =>
          values.filter((one) => {
            // Bounds are powers: on them doubles are off by their last bits.
            const at = Math.log(one) / Math.log(base) - offset - place;
            return at > 1e-9 && at <= 1 + 1e-9;
          }).length,
      );
      expect(bucketCounts).toEqual(expected);
    }),
  );
});

it('what is far apart is told more coarsely', () => {
  const { scale, bucketCounts } = denseBuckets(
    exponentialOf([
      [1e-3, 1],
      [1e3, 2],
    ]),
  );
  expect(scale).toBe(5);
  expect(bucketCounts.reduce((sum, count) => sum + count)).toBe(3);
});
