import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Schedule } from './schedule.ts';

it('spreads requests evenly', () => {
  const schedule = new Schedule(1_000, 500, 2);
  expect(schedule.total).toBe(1_000);
  expect([0, 1, 2, 999].map((index) => schedule.timeOf(index))).toEqual([1_000, 1_002, 1_004, 2_998]);
  expect([999, 1_000, 1_001.9, 1_002, 2_998, 9_999].map((ms) => schedule.dueBy(ms))).toEqual([
    0, 1, 1, 2, 1_000, 1_000,
  ]);
});

it('lets no request leave before it is due, and forgets none', () => {
  const rates = fc.double({ min: 1, max: 100_000, noNaN: true });
  fc.assert(
    fc.property(rates, fc.double({ min: 0, max: 5_000, noNaN: true }), (rate, nowMs) => {
      const schedule = new Schedule(0, rate, 2);
      const due = schedule.dueBy(nowMs);
      const slackMs = 1e-6;
      if (due > 0) expect(schedule.timeOf(due - 1)).toBeLessThanOrEqual(nowMs + slackMs);
      if (due < schedule.total) expect(schedule.timeOf(due)).toBeGreaterThan(nowMs - slackMs);
    }),
  );
});
