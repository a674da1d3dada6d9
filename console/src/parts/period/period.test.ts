import { describe, expect, it } from 'vitest';
import { periodAt, previousOf, readPeriod, stepOf, wholeOf, writePeriod } from './period.ts';

const NOON = Date.parse('2026-11-28T12:00:30Z');

describe('a chosen period', () => {
  it('stands in the address and ends with the minute that has begun', () => {
    const chosen = readPeriod('3hour');
    expect(chosen).toEqual({ type: 'relative', amount: 3, unit: 'hour' });
    expect(chosen && writePeriod(chosen)).toBe('3hour');
    expect(chosen && periodAt(chosen, NOON)).toEqual({
      startMs: Date.parse('2026-11-28T09:01:00Z'),
      endMs: Date.parse('2026-11-28T12:01:00Z'),
    });
  });

  it('may go from one moment to another', () => {
    const chosen = readPeriod('2026-11-27T00:00:00Z~2026-11-28T00:00:00Z');
    expect(chosen && writePeriod(chosen)).toBe('2026-11-27T00:00:00.000Z~2026-11-28T00:00:00.000Z');
    expect(chosen && previousOf(periodAt(chosen, NOON))).toEqual({
      startMs: Date.parse('2026-11-26T00:00:00Z'),
      endMs: Date.parse('2026-11-27T00:00:00Z'),
    });
  });

  it.each(['', '0hour', '3', 'hour', '2026-11-28~2026-11-27', 'a~b'])('is none for %j', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });
});

// GetMetricData takes periods that are multiples of a minute, and of a day at most.
it.each([
  ['1hour', 60, 3_600],
  ['3hour', 300, 10_800],
  ['1day', 1_800, 86_400],
  ['1week', 10_800, 86_400],
  ['1year', 86_400, 86_400],
])('%s is drawn in steps of %i s and summed by %i s', (text, step, whole) => {
  const chosen = readPeriod(text);
  const period = chosen && periodAt(chosen, NOON);
  expect(period && stepOf(period)).toBe(step);
  expect(period && wholeOf(period)).toBe(whole);
});
