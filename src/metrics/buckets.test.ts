import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Buckets } from './buckets.ts';
import { pointOf } from './point.ts';

// Against sums that are kept by period, whatever came when.
it('has each point in its period, in order of time, however late it came', () => {
  const came = fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 9 })), { maxLength: 60 });
  fc.assert(
    fc.property(came, (all) => {
      const buckets = new Buckets(100, 600, 60);
      const sums = new Map<number, number>();
      for (const [at, value] of all) {
        buckets.add(at, pointOf({ value }));
        const startMs = 1_000 * (100 + 60 * Math.floor((at - 100) / 60));
        if (at >= 100 && at < 600) sums.set(startMs, (sums.get(startMs) ?? 0) + value);
      }
      const listed = buckets.list('None').map(({ startMs, sum }): [number, number] => [startMs, sum]);
      expect(listed).toEqual([...sums].sort(([a], [b]) => a - b));
    }),
  );
});
