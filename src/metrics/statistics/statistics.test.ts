import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePoints, type Point, pointOf } from '../point.ts';
import { parseStatistic, statisticOf } from './index.ts';

function statistic(name: string, point: Point): number | undefined {
  const parsed = parseStatistic(name);
  if (parsed === undefined) throw new Error(`${name} is no statistic.`);
  return statisticOf(point, parsed);
}

function pointOfAll(values: readonly number[]): Point {
  return values.map((value) => pointOf({ value })).reduce(mergePoints);
}

/** 1 to 100, each once. */
const hundred = pointOf({ values: Array.from({ length: 100 }, (_, n) => n + 1), counts: Array(100).fill(1) });

describe('statistics (CloudWatch user guide, "CloudWatch statistics definitions")', () => {
  it.each([
    ['SampleCount', 100],
    ['Sum', 5_050],
    ['Average', 50.5],
    ['Minimum', 1],
    ['Maximum', 100],
    ['p0', 1],
    ['p50', 50],
    ['p99', 99],
    ['p99.5', 100],
    ['p100', 100],
    // "tm99 calculates the average after removing the 1% of the data points with the highest values."
    ['tm99', 50],
    ['TM(10%:90%)', 50.5],
    ['TM(80:90)', 85.5],
    ['TM(:50)', 25.5],
    ['IQM', 50.5],
    // "TC(0.005:0.030)": the number of data points in the range.
    ['tc90', 90],
    ['TC(10%:90%)', 80],
    ['TC(80:90)', 10],
    ['ts10', 55],
    ['TS(80%:)', 1_810],
    // "values outside the boundaries are not ignored, but considered to be equal to the value at the edge".
    ['WM(:50)', 37.75],
    ['wm98', 50.47],
    ['WM(10%:90%)', 50.5],
    // "PR(:300)": the percentage of values in the range.
    ['PR(:30)', 30],
    ['PR(20:30)', 10],
    ['PR(90:)', 10],
  ])('%s of the numbers from 1 to 100 is %d', (name, expected) => {
    const value = statistic(name, hundred) as number;
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(0.01 * expected);
  });

  it.each([
    'p101',
    'p-1',
    'P99',
    'tm',
    'TM(:)',
    'TM(10%:90)',
    'TM(90%:10%)',
    'PR(10%:90%)',
    'TM(:101%)',
    'iqm',
    'sum',
    'p',
  ])('%s is none', (name) => expect(parseStatistic(name)).toBeUndefined());

  it('percentiles of any values are within 1 % of the truth', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 1_000 }), (all, tenths) => {
        const sorted = [...all].sort((a, b) => a - b);
        const rank = Math.max(Math.ceil((tenths * all.length) / 1_000), 1);
        const truth = sorted[rank - 1] as number;
        const found = statistic(`p${tenths / 10}`, pointOfAll(all)) as number;
        expect(Math.abs(found - truth)).toBeLessThanOrEqual(0.01 * truth + 1e-300);
      }),
    );
  });

  it('those that need all values are not known after negative ones, or of a statistic set of different ones', () => {
    const set = pointOf({ sampleCount: 2, sum: 3, minimum: 1, maximum: 2 });
    for (const point of [
      set,
      pointOf({ value: -1 }),
      mergePoints(set, hundred),
      mergePoints(pointOf({ value: -1 }), hundred),
    ]) {
      expect(statistic('p50', point)).toBeUndefined();
      expect(statistic('Average', point)).toBeDefined();
    }
    expect(statistic('p50', pointOf({ sampleCount: 3, sum: 6, minimum: 2, maximum: 2 }))).toBeCloseTo(2);
  });
});
