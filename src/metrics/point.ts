import { type Histogram, histogramOf, histogramOfAll, mergeHistograms } from '../histogram/index.ts';
import type { MetricSample, StatisticSet } from '../model/index.ts';

/** What a series has seen in one minute or another span of time. */
export interface Point extends StatisticSet {
  /** Absent where it is not known. */
  readonly histogram?: Histogram;
}

export function pointOf(sample: MetricSample): Point {
  if ('sampleCount' in sample) return withHistogram(sample);
  if ('value' in sample) return pointOfSame(sample.value, 1);
  return pointOfValues(sample.values, sample.counts);
}

/** One value so often. */
export function pointOfSame(value: number, sampleCount: number): Point {
  const point = { sampleCount, sum: value * sampleCount, minimum: value, maximum: value };
  return value < 0 ? point : { ...point, histogram: histogramOf(value, sampleCount) };
}

/** Without a histogram where one of both has none: half of one would tell wrong percentiles. */
export function mergePoints(a: Point, b: Point): Point {
  const merged = {
    sampleCount: a.sampleCount + b.sampleCount,
    sum: a.sum + b.sum,
    minimum: Math.min(a.minimum, b.minimum),
    maximum: Math.max(a.maximum, b.maximum),
  };
  return a.histogram && b.histogram ? { ...merged, histogram: mergeHistograms(a.histogram, b.histogram) } : merged;
}

/** CloudWatch knows no percentiles of negative values (API reference, `GetMetricStatistics`). */
function pointOfValues(values: readonly number[], counts: readonly number[]): Point {
  let sampleCount = 0;
  let sum = 0;
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  values.forEach((value, index) => {
    const count = counts[index] ?? 1;
    if (count === 0) return;
    sampleCount += count;
    sum += value * count;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  });
  const point = { sampleCount, sum, minimum, maximum };
  return minimum < 0 ? point : { ...point, histogram: histogramOfAll(values, counts) };
}

/** User guide, "Percentiles": those of a statistic set are known where it is one value, or all of its values are the same. */
function withHistogram(set: Point): Point {
  const { sampleCount, sum, minimum, maximum, histogram } = set;
  if (histogram !== undefined || minimum < 0) return set;
  const isOne = sampleCount === 1 || (minimum === maximum && sum === minimum * sampleCount);
  return isOne ? { ...set, histogram: histogramOf(minimum, sampleCount) } : set;
}
