import { describe, expect, test } from 'vitest';
import { daysBetween, quotaPeriod } from './quota-period.ts';

const period = (type: 'DAY' | 'WEEK' | 'MONTH', text: string) => {
  const { startMs, endMs } = quotaPeriod(type, Date.parse(`${text}Z`));
  return [new Date(startMs).toISOString(), new Date(endMs).toISOString()];
};

// The calendar is the source: 2025-07-02 is a Wednesday, 2024 a leap year.
describe('a period', () => {
  test.each([
    ['DAY', '2025-07-02T13:13:23.456', '2025-07-02T00:00:00.000Z', '2025-07-03T00:00:00.000Z'],
    ['DAY', '2025-07-02T00:00:00.000', '2025-07-02T00:00:00.000Z', '2025-07-03T00:00:00.000Z'],
    ['WEEK', '2025-07-02T13:13:23.456', '2025-06-30T00:00:00.000Z', '2025-07-07T00:00:00.000Z'],
    ['WEEK', '2025-07-06T23:59:59.999', '2025-06-30T00:00:00.000Z', '2025-07-07T00:00:00.000Z'],
    ['WEEK', '2025-07-07T00:00:00.000', '2025-07-07T00:00:00.000Z', '2025-07-14T00:00:00.000Z'],
    ['MONTH', '2024-02-29T12:00:00.000', '2024-02-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
    ['MONTH', '2025-12-31T23:59:59.999', '2025-12-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ] as const)('%s around %s', (type, moment, start, end) => {
    expect(period(type, moment)).toEqual([start, end]);
  });
});

test('days between two days, over the end of a month', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  expect(daysBetween('2025-07-02', '2025-07-02')).toEqual(['2025-07-02']);
  expect(daysBetween('2025-07-02', '2025-07-01')).toEqual([]);
});
