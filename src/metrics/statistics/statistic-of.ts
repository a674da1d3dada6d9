import { binOf, type Histogram, middleOf, valuesOf } from '../../histogram/index.ts';
import { EncodedHistogram } from '../codec/encoded-histogram.ts';
import type { Point } from '../point.ts';
import type { Bound, Statistic } from './parse.ts';

/**
 * A statistic of what a bucket has seen. Counts, sums and extremes are exact; all others are within 1 %, for they are read off
 * its histogram.
 * @returns undefined where it is not known (see `MetricBucket.histogram`), or of no value at all
 */
export function statisticOf(point: Point, statistic: Statistic): number | undefined {
  switch (statistic.kind) {
    case 'SampleCount':
      return point.sampleCount;
    case 'Sum':
      return point.sum;
    case 'Minimum':
      return point.minimum;
    case 'Maximum':
      return point.maximum;
    case 'Average':
      return point.sampleCount === 0 ? undefined : point.sum / point.sampleCount;
    case 'percentile':
      return point.histogram && percentileOf(point, point.histogram, statistic.percent);
    default:
      return point.histogram && extended(point, point.histogram, statistic);
  }
}

function extended(
  point: Point,
  histogram: Histogram,
  statistic: Exclude<
    Statistic,
    { readonly kind: 'SampleCount' | 'Average' | 'Sum' | 'Minimum' | 'Maximum' | 'percentile' }
  >,
): number | undefined {
  const values = new SortedValues(point, histogram);
  if (values.count === 0) return undefined;
  const low = statistic.from === undefined ? 0 : values.ranksUpTo(statistic.from);
  const high = statistic.to === undefined ? values.count : values.ranksUpTo(statistic.to);
  const inside = values.between(low, high);
  switch (statistic.kind) {
    case 'TC':
      return inside.count;
    case 'TS':
      return inside.sum;
    case 'PR':
      return (100 * inside.count) / values.count;
    case 'TM':
      return inside.count === 0 ? undefined : inside.sum / inside.count;
    case 'WM': {
      const { from, to } = statistic;
      const below = from === undefined ? 0 : low * values.valueAt(from);
      const above = to === undefined ? 0 : (values.count - high) * values.valueAt(to);
      return (below + inside.sum + above) / values.count;
    }
  }
}

function percentileOf(point: Point, histogram: Histogram, percent: number): number | undefined {
  const rank = rankOf(percent, point.sampleCount);
  const bin =
    histogram instanceof EncodedHistogram
      ? histogram.binAtRank(rank)
      : binFromAbove(histogram, point.sampleCount - rank);
  return bin === undefined ? undefined : Math.min(Math.max(middleOf(bin), point.minimum), point.maximum);
}

/** Most are asked of the upper end, so it is looked for from there. @param above how many values are greater */
function binFromAbove({ bins, counts }: Histogram, above: number): number | undefined {
  let seen = 0;
  for (let place = bins.length - 1; place >= 0; place--) {
    seen += counts[place] as number;
    if (seen > above || place === 0) return bins[place];
  }
  return undefined;
}

/** How many values are not above a percentile: the least rank whose share reaches it. Fractions of a rank are rounding. */
function rankOf(percent: number, count: number): number {
  return Math.ceil((percent / 100) * count - 1e-9);
}

/** The values of a histogram in order, none beyond what the bucket has really seen. */
class SortedValues {
  readonly #histogram: Histogram;
  readonly #values: readonly (readonly [value: number, count: number])[];
  readonly count: number;

  constructor({ minimum, maximum }: Point, histogram: Histogram) {
    this.#histogram = histogram;
    this.#values = [...valuesOf(histogram)].map(([value, count]) => [
      Math.min(Math.max(value, minimum), maximum),
      count,
    ]);
    this.count = this.#values.reduce((sum, [, count]) => sum + count, 0);
  }

  /** The value with a rank from 1 on; the least one for 0. */
  atRank(rank: number): number {
    let seen = 0;
    for (const [value, count] of this.#values) {
      seen += count;
      if (seen >= rank) return value;
    }
    return this.#values.at(-1)?.[0] as number;
  }

  /** How many values are not above a bound. */
  ranksUpTo({ at, isPercent }: Bound): number {
    if (isPercent) return rankOf(at, this.count);
    const { bins, counts } = this.#histogram;
    // The bound's own bin is below it, so that whole numbers up to 128 are counted exactly.
    const last = binOf(at);
    return counts.reduce((sum, count, place) => ((bins[place] as number) <= last ? sum + count : sum), 0);
  }

  valueAt({ at, isPercent }: Bound): number {
    return isPercent ? this.atRank(rankOf(at, this.count)) : at;
  }

  /** Those whose rank is above one and not above another. */
  between(low: number, high: number): { readonly count: number; readonly sum: number } {
    let seen = 0;
    let sum = 0;
    for (const [value, count] of this.#values) {
      const inside = Math.min(seen + count, high) - Math.max(seen, low);
      if (inside > 0) sum += inside * value;
      seen += count;
    }
    return { count: Math.max(high - low, 0), sum };
  }
}
