import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

// The algorithm that the guide names ("Throttle API requests"): the burst is the bucket's size, the rate fills it.
describe('a token bucket', () => {
  test('gives its burst at once, then the rate (fact D113)', () => {
    const bucket = new TokenBucket({ perSecond: 2, burst: 5 }, 0);
    const admitted = (atMs: number, tries: number) =>
      Array.from({ length: tries }, () => bucket.take(1, atMs)).reduce((sum, taken) => sum + taken, 0);
    expect(admitted(0, 10)).toBe(5);
    expect(admitted(499, 10)).toBe(0);
    expect(admitted(500, 10)).toBe(1);
    expect(admitted(2_500, 10)).toBe(4);
    expect(admitted(100_000, 10)).toBe(5);
  });

  test.each([
    { perSecond: 0, burst: 5 },
    { perSecond: 5, burst: 0 },
  ])('never gives anything at $perSecond a second with a burst of $burst (fact D115)', (rate) => {
    const bucket = new TokenBucket(rate, 0);
    expect(bucket.take(1, 0)).toBe(0);
    expect(bucket.take(1, 1_000_000)).toBe(0);
    expect(bucket.nextTokenAtMs(0)).toBe(Number.POSITIVE_INFINITY);
  });

  test('says when the next token comes, and has it then', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(10_000),
        (perSecond, burst, waitMs) => {
          const bucket = new TokenBucket({ perSecond, burst }, 0);
          bucket.take(burst, 0);
          bucket.take(burst, waitMs);
          const nextMs = bucket.nextTokenAtMs(waitMs);
          // A hair of binary fractions may be missing at that very millisecond.
          return bucket.take(1, nextMs + 1) === 1;
        },
      ),
    );
  });

  test('never admits more than burst plus rate times time, whatever the requests', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.record({ waitMs: fc.nat(500), wanted: fc.integer({ min: 1, max: 10 }) }), { maxLength: 100 }),
        (perSecond, burst, requests) => {
          const bucket = new TokenBucket({ perSecond, burst }, 0);
          let nowMs = 0;
          let admitted = 0;
          for (const { waitMs, wanted } of requests) {
            nowMs += waitMs;
            admitted += bucket.take(wanted, nowMs);
          }
          return admitted <= burst + (perSecond * nowMs) / 1_000 + 1e-6;
        },
      ),
    );
  });

  test('keeps what was taken when its rate changes, and nothing above the new burst', () => {
    const bucket = new TokenBucket({ perSecond: 1, burst: 10 }, 0);
    bucket.take(2, 0);
    bucket.adjust({ perSecond: 1, burst: 5 }, 0);
    expect(bucket.take(10, 0)).toBe(5);
    bucket.adjust({ perSecond: 1, burst: 100 }, 0);
    expect(bucket.take(10, 0)).toBe(0);
  });

  test('fills nothing when the clock steps back', () => {
    const bucket = new TokenBucket({ perSecond: 1_000, burst: 1 }, 1_000);
    expect(bucket.take(1, 1_000)).toBe(1);
    expect(bucket.take(1, 500)).toBe(0);
    expect(bucket.take(1, 1_001)).toBe(1);
  });
});
