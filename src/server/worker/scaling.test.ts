import { describe, expect, test } from 'vitest';
import { decideWorkers, type Sample, SCALING } from './scaling.ts';

const limits = { minWorkers: 1, maxWorkers: 4 };
const seconds = (count: number, ...utilizations: number[]): Sample[] =>
  Array.from({ length: count }, () => utilizations.map((utilization) => ({ utilization, delayP99Ms: 1 })));

describe('the number of workers', () => {
  test('grows by one when they were busy for three seconds', () => {
    expect(decideWorkers(1, seconds(3, 0.9), limits)).toEqual({
      workers: 2,
      reason: 'utilisation 0.90 or more for 3 s (limit 0.75)',
    });
  });

  test('stays for a burst that is shorter', () => {
    expect(decideWorkers(1, [...seconds(5, 0.1), ...seconds(2, 1)], limits)).toBeUndefined();
  });

  test('grows when the event loop of one keeps requests waiting', () => {
    const samples = Array.from({ length: 3 }, () => [
      { utilization: 0.5, delayP99Ms: 80 },
      { utilization: 0.3, delayP99Ms: 2 },
    ]);
    expect(decideWorkers(2, samples, limits)?.workers).toBe(3);
  });

  test('stays when an idle one is late: it waits for a processor that others use', () => {
    const samples = Array.from({ length: 3 }, () => [{ utilization: 0.02, delayP99Ms: 80 }]);
    expect(decideWorkers(1, samples, limits)).toBeUndefined();
  });

  test('never exceeds the maximum', () => {
    expect(decideWorkers(4, seconds(60, 1, 1, 1, 1), limits)).toBeUndefined();
  });

  test('shrinks by one when the others would have been little used for half a minute', () => {
    expect(decideWorkers(2, seconds(30, 0.2, 0.2), limits)).toEqual({
      workers: 1,
      reason: '1 would be used to 0.40 at most over 30 s (limit 0.5)',
    });
  });

  test('does not shrink into a load that would make it grow again', () => {
    expect(decideWorkers(2, seconds(60, 0.3, 0.3), limits)).toBeUndefined();
    // Hysteresis: what one worker fewer would carry stays well below what lets it grow.
    expect(SCALING.shrinkBelowUtilization).toBeLessThan(SCALING.growAboveUtilization);
  });

  test('one busy second in the half minute keeps it', () => {
    const samples = [...seconds(15, 0.1, 0.1), ...seconds(1, 0.9, 0.9), ...seconds(14, 0.1, 0.1)];
    expect(decideWorkers(2, samples, limits)).toBeUndefined();
  });

  test('never falls below the minimum, and comes back to it', () => {
    expect(decideWorkers(1, seconds(60, 0), limits)).toBeUndefined();
    expect(decideWorkers(0, [], limits)).toEqual({ workers: 1, reason: 'fewer than the minimum of 1' });
  });
});
