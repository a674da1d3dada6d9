import { expect, it } from 'vitest';
import { keyUsage, lastDays, totalDays } from './key-usage.ts';

it('counts days by UTC, and reads rows as GetUsage answers them (fact D117)', () => {
  const dates = lastDays(3, Date.parse('2026-03-01T23:59:59Z'));
  expect(dates).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  const usage = keyUsage('k1', dates, [
    [0, 100],
    [10, 90],
    [5, 85],
  ]);
  expect(usage).toMatchObject({ keyId: 'k1', used: 15, remaining: 85 });
  expect(totalDays([usage, usage]).map(({ used }) => used)).toEqual([0, 20, 10]);
  expect(totalDays([])).toEqual([]);
});
