import { describe, expect, test } from 'vitest';
import { dailyRows, extendQuota, NO_USAGE, type Quota, remainingQuota, useQuota } from './quota.ts';

const at = (text: string) => Date.parse(`${text}Z`);
const daily: Quota = { limit: 10, offset: 0, period: 'DAY' };
const monthly: Quota = { limit: 100, offset: 0, period: 'MONTH' };

describe('a quota', () => {
  test('is full again when its period begins anew, in UTC (fact D116)', () => {
    const used = useQuota(NO_USAGE, 10, at('2025-07-02T23:59:59.999'));
    expect(remainingQuota(used, daily, at('2025-07-02T23:59:59.999'))).toBe(0);
    expect(remainingQuota(used, daily, at('2025-07-03T00:00:00'))).toBe(10);
    expect(remainingQuota(used, monthly, at('2025-07-31T23:59:59'))).toBe(90);
    expect(remainingQuota(used, monthly, at('2025-08-01T00:00:00'))).toBe(100);
  });

  test('has its offset less in the first period alone (fact D116)', () => {
    const quota = { ...daily, offset: 4 };
    expect(remainingQuota(NO_USAGE, quota, at('2025-07-02T12:00:00'))).toBe(6);
    const used = useQuota(NO_USAGE, 1, at('2025-07-02T12:00:00'));
    expect(remainingQuota(used, quota, at('2025-07-02T12:00:00'))).toBe(5);
    expect(remainingQuota(used, quota, at('2025-07-03T12:00:00'))).toBe(10);
  });

  test('counts what was used before its period was changed', () => {
    const used = useQuota(useQuota(NO_USAGE, 3, at('2025-07-01T12:00:00')), 4, at('2025-07-02T12:00:00'));
    expect(remainingQuota(used, daily, at('2025-07-02T13:00:00'))).toBe(6);
    expect(remainingQuota(used, monthly, at('2025-07-02T13:00:00'))).toBe(93);
  });

  test('is never below 0 after its limit was lowered', () => {
    const used = useQuota(NO_USAGE, 50, at('2025-07-02T12:00:00'));
    expect(remainingQuota(used, daily, at('2025-07-02T12:00:00'))).toBe(0);
  });

  test('an extension sets what is left of this period, and goes with it (API reference, UpdateUsage; fact D117)', () => {
    const used = useQuota(NO_USAGE, 10, at('2025-07-02T12:00:00'));
    const extended = extendQuota(used, daily, 50, at('2025-07-02T12:00:00'));
    expect(remainingQuota(extended, daily, at('2025-07-02T12:00:00'))).toBe(50);
    const later = useQuota(extended, 20, at('2025-07-02T13:00:00'));
    expect(remainingQuota(later, daily, at('2025-07-02T13:00:00'))).toBe(30);
    expect(remainingQuota(later, daily, at('2025-07-03T00:00:00'))).toBe(10);
  });

  test('takes back what was leased and not spent, but nothing of the day before', () => {
    const used = useQuota(NO_USAGE, 10, at('2025-07-02T12:00:00'));
    expect(useQuota(used, -4, at('2025-07-02T13:00:00')).days).toEqual({ '2025-07-02': 6 });
    expect(useQuota(used, -4, at('2025-07-03T00:00:01')).days).toEqual({ '2025-07-02': 10, '2025-07-03': 0 });
  });

  test('is reported by day, with what was left at the end of each (API reference, Usage; fact D117)', () => {
    const used = useQuota(useQuota(NO_USAGE, 10, at('2025-07-01T12:00:00')), 20, at('2025-07-03T12:00:00'));
    expect(dailyRows(used, monthly, ['2025-06-30', '2025-07-01', '2025-07-02', '2025-07-03'])).toEqual([
      [0, 100],
      [10, 90],
      [0, 90],
      [20, 70],
    ]);
  });

  test('forgets days after 90 days', () => {
    const old = useQuota(NO_USAGE, 1, at('2025-01-01T12:00:00'));
    expect(useQuota(old, 1, at('2025-07-02T12:00:00')).days).toEqual({ '2025-07-02': 1 });
  });
});
