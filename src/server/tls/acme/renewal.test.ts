import { describe, expect, it } from 'vitest';
import { renewAtMs, retryDelayMs } from './renewal.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

describe('renewal', () => {
  it('is due when a third is left, up to a thirtieth earlier: day 60 to 57 of 90', () => {
    const life = { notBeforeMs: 0, notAfterMs: 90 * DAY_MS };
    expect(renewAtMs(life, 0)).toBeCloseTo(60 * DAY_MS, -1);
    expect(renewAtMs(life, 1)).toBeCloseTo(57 * DAY_MS, -1);
  });

  it('suits certificates of six days, too', () => {
    expect(renewAtMs({ notBeforeMs: 0, notAfterMs: 6 * DAY_MS }, 0)).toBeCloseTo(4 * DAY_MS, -1);
  });
});

describe('the delay after failures', () => {
  it('doubles from five minutes to half a day', () => {
    expect([1, 2, 3, 4].map((failures) => retryDelayMs(failures, 0) / MINUTE_MS)).toEqual([5, 10, 20, 40]);
    expect(retryDelayMs(50, 0)).toBe(DAY_MS / 2);
  });

  it('is spread, and never shorter than the authority wants', () => {
    expect(retryDelayMs(1, 1)).toBe(6.25 * MINUTE_MS);
    expect(retryDelayMs(1, 0, DAY_MS)).toBe(DAY_MS);
    expect(retryDelayMs(4, 0, MINUTE_MS)).toBe(40 * MINUTE_MS);
  });

  it('bears no more than the five failed validations an hour that Let’s Encrypt allows', () => {
    let atMs = 0;
    let validations = 0;
    for (let failures = 1; atMs < 60 * MINUTE_MS; failures++) {
      validations++;
      atMs += retryDelayMs(failures, 0);
    }
    expect(validations).toBeLessThanOrEqual(5);
  });
});
