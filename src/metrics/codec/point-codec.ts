import type { Histogram } from '../../histogram/index.ts';
import { type Point, pointOfSame } from '../point.ts';
import { type ByteReader, ByteWriter } from './bytes.ts';
import { EncodedHistogram } from './encoded-histogram.ts';

/** What follows the first byte: one value; statistics alone; with a histogram of whole counts, or of any. */
const KIND = { same: 0, statistics: 1, whole: 2, fractions: 3 } as const;
/** Whether the sample count is a varint. */
const WHOLE_COUNT = 4;

/** About 11 bytes for values that are all the same, 30 and two or three a bin for others. */
export function writePoint(to: ByteWriter, point: Point): void {
  const { sampleCount, sum, minimum, maximum, histogram } = point;
  const isWhole = Number.isSafeInteger(sampleCount);
  // A product that is too small to be told from zero keeps its sign, which a sum need not have.
  const isProduct = Object.is(sum, minimum * sampleCount);
  const isSame = minimum === maximum && isProduct && (histogram !== undefined || minimum < 0);
  const kind = isSame ? KIND.same : kindOf(histogram);
  to.byte(isWhole ? kind | WHOLE_COUNT : kind);
  if (isWhole) to.varint(sampleCount);
  else to.double(sampleCount);
  to.double(minimum);
  if (isSame) return;
  to.double(maximum);
  to.double(sum);
  if (histogram !== undefined) writeHistogram(to, histogram, kind === KIND.whole);
}

function kindOf(histogram: Histogram | undefined): number {
  if (histogram === undefined) return KIND.statistics;
  return histogram.counts.every(Number.isSafeInteger) ? KIND.whole : KIND.fractions;
}

const scratch = new ByteWriter(1_024);

/** After its length in bytes, so that whoever does not want it passes over it. */
function writeHistogram(to: ByteWriter, { bins, counts }: Histogram, isWhole: boolean): void {
  scratch.clear();
  scratch.varint(bins.length);
  let before = 0;
  bins.forEach((bin, place) => {
    scratch.varint(bin - before);
    before = bin;
    if (isWhole) scratch.varint(counts[place] as number);
    else scratch.double(counts[place] as number);
  });
  to.varint(scratch.length);
  to.bytes(scratch.written());
}

/** @param withHistogram whether it is wanted; it is passed over if not */
export function readPoint(from: ByteReader, withHistogram: boolean): Point {
  const head = from.byte();
  const kind = head & 3;
  const sampleCount = head & WHOLE_COUNT ? from.varint() : from.double();
  const minimum = from.double();
  if (kind === KIND.same) {
    return withHistogram
      ? pointOfSame(minimum, sampleCount)
      : { sampleCount, sum: minimum * sampleCount, minimum, maximum: minimum };
  }
  const maximum = from.double();
  const sum = from.double();
  if (kind === KIND.statistics) return { sampleCount, sum, minimum, maximum };
  const end = from.varint() + from.position;
  if (!withHistogram) {
    from.position = end;
    return { sampleCount, sum, minimum, maximum };
  }
  const histogram = kind === KIND.whole ? new EncodedHistogram(from.bytes, from.position) : readFractions(from);
  from.position = end;
  return { sampleCount, sum, minimum, maximum, histogram };
}

function readFractions(from: ByteReader): Histogram {
  const length = from.varint();
  const bins = new Array<number>(length);
  const counts = new Array<number>(length);
  let bin = 0;
  for (let place = 0; place < length; place++) {
    bin += from.varint();
    bins[place] = bin;
    counts[place] = from.double();
  }
  return { bins, counts };
}
