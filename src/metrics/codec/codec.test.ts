import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePoints, type Point, pointOf } from '../point.ts';
import { parseStatistic, statisticOf } from '../statistics/index.ts';
import { decodeChunk, encodeChunk, mergeIntoChunk, type TimedPoint } from './chunk.ts';
import { decodePage, encodePage } from './page.ts';

const number = fc.double({ noNaN: true, min: -(2 ** 360), max: 2 ** 360 }).map((value) => (value === 0 ? 0 : value));
const samples = fc.oneof(
  number.map((value) => ({ value })),
  fc
    .array(
      fc.tuple(number, fc.oneof(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0.1, max: 10, noNaN: true }))),
      {
        minLength: 1,
        maxLength: 150,
      },
    )
    .map((pairs) => ({ values: pairs.map(([value]) => value), counts: pairs.map(([, count]) => count) })),
  fc.tuple(fc.nat(), number, number, number).map(([sampleCount, sum, minimum, maximum]) => ({
    sampleCount,
    sum,
    minimum,
    maximum,
  })),
);
const points = samples.map(pointOf);

function without({ histogram: _, ...statistics }: Point) {
  return statistics;
}

/** With histograms that are read to their end. */
function read(point: Point): Point {
  const { histogram } = point;
  return histogram === undefined ? point : { ...point, histogram: { bins: histogram.bins, counts: histogram.counts } };
}

describe('a chunk', () => {
  const startsAt = 1_700_000_000;
  const timed = fc
    .uniqueArray(fc.nat(59), { maxLength: 60 })
    .chain((minutes) =>
      fc.tuple(
        ...minutes
          .sort((a, b) => a - b)
          .map((minute) => points.map((point) => ({ at: startsAt + 60 * minute, point }))),
      ),
    );

  function decoded(chunk: Buffer, withHistograms: boolean): TimedPoint[] {
    const found: TimedPoint[] = [];
    decodeChunk(chunk, startsAt, 60, withHistograms, (at, point) => found.push({ at, point: read(point) }));
    return found;
  }

  it('gives back what was written', () => {
    fc.assert(
      fc.property(timed, (all) => {
        const chunk = Buffer.from(encodeChunk(all, startsAt, 60));
        expect(decoded(chunk, true)).toEqual(all);
        expect(decoded(chunk, false)).toEqual(all.map(({ at, point }) => ({ at, point: without(point) })));
      }),
    );
  });

  it('keeps the sign of a sum that is too small to be told from zero', () => {
    const point = pointOf({ values: [-Number.MIN_VALUE], counts: [0.1] });
    const chunk = Buffer.from(encodeChunk([{ at: startsAt, point }], startsAt, 60));
    expect(decoded(chunk, true)).toEqual([{ at: startsAt, point }]);
  });

  it.each(['p0', 'p1', 'p50', 'p99', 'p100'])('says %s as what was written says it', (text) => {
    const statistic = parseStatistic(text);
    if (statistic === undefined) throw new Error(`${text} is no statistic.`);
    fc.assert(
      fc.property(timed, (all) => {
        const expected = all.map(({ point }) => statisticOf(point, statistic));
        const found: (number | undefined)[] = [];
        const chunk = Buffer.from(encodeChunk(all, startsAt, 60));
        decodeChunk(chunk, startsAt, 60, true, (_, point) => found.push(statisticOf(point, statistic)));
        expect(found).toEqual(expected);
      }),
    );
  });

  it('merges what comes later into the minutes that are there', () => {
    fc.assert(
      fc.property(points, points, points, (a, b, c) => {
        const first = Buffer.from(encodeChunk([{ at: startsAt + 60, point: a }], startsAt, 60));
        const merged = mergeIntoChunk(first, startsAt, 60, [
          { at: startsAt, point: b },
          { at: startsAt + 60, point: c },
        ]);
        expect(decoded(merged, true)).toEqual([
          { at: startsAt, point: b },
          { at: startsAt + 60, point: mergePoints(a, c) },
        ]);
      }),
    );
  });
});

describe('a page', () => {
  const entries = fc.array(
    fc.record({ series: fc.integer({ min: 1, max: 9 }), at: fc.nat(), isFine: fc.boolean(), point: points }),
  );

  it('gives back one series among others', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const page = encodePage(all);
        const decoded = (isWanted: (series: number) => boolean) =>
          [...decodePage(page, isWanted, true)].map((entry) => ({ ...entry, point: read(entry.point) }));
        expect(decoded(() => true)).toEqual(all);
        expect(decoded((series) => series === 5)).toEqual(all.filter(({ series }) => series === 5));
      }),
    );
  });
});
