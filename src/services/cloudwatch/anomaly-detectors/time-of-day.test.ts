import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimeOfDayModel } from './time-of-day.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

test('gives the mean and the standard deviation of the values of half an hour before and after, over midnight too', () => {
  const point = fc.record({
    timeMs: fc.integer({ min: 0, max: 14 * 1_440 }).map((minute) => minute * MINUTE_MS),
    value: fc.integer({ min: -1_000, max: 1_000 }),
  });
  const minute = fc.integer({ min: 14 * 1_440, max: 15 * 1_440 });
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 400 }), minute, (points, at) => {
      const distance = (one: number, other: number) => {
        const apart = Math.abs(one - other) % DAY_MS;
        return Math.min(apart, DAY_MS - apart);
      };
      const near = points.filter(({ timeMs }) => distance(timeMs, at * MINUTE_MS) <= 30 * MINUTE_MS);
      const values = (near.length < 30 ? points : near).map(({ value }) => value);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      const expected = new TimeOfDayModel(points).at(at * MINUTE_MS);
      expect(expected?.value).toBeCloseTo(mean, 6);
      expect(expected?.deviation).toBeCloseTo(Math.sqrt(variance), 4);
    }),
  );
});

test('keeps the digits of large values that differ little', () => {
  const points = Array.from({ length: 100 }, (_, day) => ({ timeMs: day * DAY_MS, value: 1e12 + (day % 2) }));
  expect(new TimeOfDayModel(points).at(0)).toEqual({ value: 1e12 + 0.5, deviation: 0.5 });
});

test('says nothing of a metric that has no past', () => {
  expect(new TimeOfDayModel([]).at(0)).toBeUndefined();
  expect(new TimeOfDayModel([{ timeMs: 0, value: 1 }]).at(0)).toBeUndefined();
});
