import type { Exponential } from './points.ts';

/**
 * 64 buckets to each power of two, as many as the bins that the values come from, so that nearly nothing is lost on the way
 * (OpenTelemetry, "Metrics Data Model", "ExponentialHistogram": a bucket reaches from above base^i to base^(i+1), where the base
 * is 2^(2^-scale)).
 */
export const EXPONENTIAL_SCALE = 6;

/** As many buckets as a point may have; it is made coarser until it has no more. Ours: ten powers of two at the finest. */
const MAX_BUCKETS = 640;

export function exponentialOf(values: Iterable<readonly [value: number, count: number]>): Exponential {
  const byIndex = new Map<number, number>();
  let zeros = 0;
  for (const [value, count] of values) {
    if (value === 0) {
      zeros += count;
      continue;
    }
    const index = Math.ceil(Math.log2(value) * 2 ** EXPONENTIAL_SCALE) - 1;
    byIndex.set(index, (byIndex.get(index) ?? 0) + count);
  }
  return { zeros, byIndex };
}

/** Buckets that lie next to each other. */
interface DenseBuckets {
  readonly scale: number;
  /** The index of the first. */
  readonly offset: number;
  readonly bucketCounts: number[];
}

/** At the finest scale at which there are not too many of them. */
export function denseBuckets({ byIndex }: Exponential): DenseBuckets {
  if (byIndex.size === 0) return { scale: EXPONENTIAL_SCALE, offset: 0, bucketCounts: [] };
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const index of byIndex.keys()) {
    least = Math.min(least, index);
    most = Math.max(most, index);
  }
  // A scale that is one less joins two neighbours: half the index, rounded down.
  let shift = 0;
  while ((most >> shift) - (least >> shift) >= MAX_BUCKETS) shift += 1;
  const offset = least >> shift;
  const bucketCounts = new Array<number>((most >> shift) - offset + 1).fill(0);
  for (const [index, count] of byIndex) {
    const place = (index >> shift) - offset;
    bucketCounts[place] = (bucketCounts[place] as number) + count;
  }
  return { scale: EXPONENTIAL_SCALE - shift, offset, bucketCounts };
}
