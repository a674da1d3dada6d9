import { describe, expect, it } from 'vitest';
import { FailureTable } from './failure-table.ts';

// Cognito developer guide, "Lockout behavior for failed sign-in attempts": after five failures a second, doubled by each further
// one, up to about 15 minutes.
describe('a name that failed', () => {
  it('waits twice as long each time', () => {
    const table = new FailureTable(10);
    let nowMs = 0;
    const waits = Array.from({ length: 17 }, () => {
      const waitMs = table.begin('anna', nowMs);
      nowMs += waitMs;
      if (waitMs > 0) table.begin('anna', nowMs);
      return waitMs / 1000;
    });
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('that succeeds, or stays away for as long again, begins anew', () => {
    const table = new FailureTable(10);
    const failTimes = (count: number, nowMs: number) => Array.from({ length: count }, () => table.begin('anna', nowMs));
    failTimes(5, 0);
    expect(table.begin('anna', 999)).toBe(1);
    table.succeeded('anna');
    expect(failTimes(5, 999)).toEqual([0, 0, 0, 0, 0]);
    expect(failTimes(5, 999 + 1_000 + 900_000)).toEqual([0, 0, 0, 0, 0]);
  });

  it('is remembered among so many', () => {
    const table = new FailureTable(2);
    for (let attempt = 0; attempt < 5; attempt++) table.begin('anna', 0);
    table.begin('bob', 0);
    expect(table.begin('anna', 0)).toBeGreaterThan(0);
    table.begin('carol', 0);
    expect(table.begin('anna', 0)).toBe(0);
  });
});
