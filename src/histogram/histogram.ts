import { binOf, middleOf } from './bins.ts';

/** Some bins that lie next to each other, and how many values each has. */
export interface Histogram {
  /** Sorted, each bin once. */
  readonly bins: readonly number[];
  /** As many as bins; may have fractions, as CloudWatch's `Counts` may. */
  readonly counts: readonly number[];
}

/** A histogram of one value that occurred so often. @param value not negative */
export function histogramOf(value: number, count = 1): Histogram {
  return { bins: [binOf(value)], counts: [count] };
}

/** The histogram of several values. @param values not negative */
export function histogramOfAll(values: readonly number[], counts: readonly number[]): Histogram {
  const byBin = new Map<number, number>();
  values.forEach((value, index) => {
    const bin = binOf(value);
    byBin.set(bin, (byBin.get(bin) ?? 0) + (counts[index] ?? 1));
  });
  const bins = [...byBin.keys()].sort((a, b) => a - b);
  return { bins, counts: bins.map((bin) => byBin.get(bin) as number) };
}

/** What both have seen, as if one had seen all: merging loses nothing. */
export function mergeHistograms(a: Histogram, b: Histogram): Histogram {
  const bins: number[] = [];
  const counts: number[] = [];
  let left = 0;
  let right = 0;
  const { bins: leftBins, counts: leftCounts } = a;
  const { bins: rightBins, counts: rightCounts } = b;
  while (left < leftBins.length || right < rightBins.length) {
    const leftBin = leftBins[left] ?? Number.POSITIVE_INFINITY;
    const rightBin = rightBins[right] ?? Number.POSITIVE_INFINITY;
    bins.push(Math.min(leftBin, rightBin));
    let count = 0;
    if (leftBin <= rightBin) count += leftCounts[left++] as number;
    if (rightBin <= leftBin) count += rightCounts[right++] as number;
    counts.push(count);
  }
  return { bins, counts };
}

/** The values of a histogram, ascending, each within 1 % of what was seen, with how often. */
export function* valuesOf({ bins, counts }: Histogram): Generator<readonly [value: number, count: number]> {
  for (let place = 0; place < bins.length; place++) {
    yield [middleOf(bins[place] as number), counts[place] as number];
  }
}
