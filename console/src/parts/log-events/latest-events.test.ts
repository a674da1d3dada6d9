import { describe, expect, it } from 'vitest';
import { latestEvents } from './latest-events.ts';

const HOUR_MS = 3_600_000;
const endMs = Date.UTC(2026, 0, 2);
const period = { startMs: endMs - HOUR_MS, endMs };

/** A group whose events happened then, read as FilterLogEvents gives them: the oldest first, at most `most`, both ends included. */
function group(times: readonly number[], most: number) {
  let reads = 0;
  return {
    reads: () => reads,
    read: async ({ startMs, endMs: last }: { startMs: number; endMs: number }) => {
      reads += 1;
      const all = times.filter((timestamp) => timestamp >= startMs && timestamp <= last);
      return { events: all.slice(0, most).map((timestamp) => ({ timestamp })), isCut: all.length > most };
    },
  };
}

const every = (stepMs: number) => Array.from({ length: HOUR_MS / stepMs + 1 }, (_, at) => period.startMs + at * stepMs);

describe('latestEvents', () => {
  it('finds the last of a group that writes more than are shown', async () => {
    const times = every(1_000);
    const { read } = group(times, 20);
    const { events, isCut } = await latestEvents(read, period, 20);
    expect(events.map(({ timestamp }) => timestamp)).toEqual(times.slice(-20));
    expect(isCut).toBe(true);
  });

  it('finds all of a quiet group by few calls, none twice', async () => {
    const times = every(600_000);
    const quiet = group(times, 20);
    const { events, isCut } = await latestEvents(quiet.read, period, 20);
    expect(events.map(({ timestamp }) => timestamp)).toEqual(times);
    expect(isCut).toBe(false);
    expect(quiet.reads()).toBeLessThan(6);
  });

  it('comes to an end where one millisecond has more than are shown', async () => {
    const { read } = group(
      Array.from({ length: 50 }, () => endMs),
      20,
    );
    const { events, isCut } = await latestEvents(read, period, 20);
    expect(events).toHaveLength(20);
    expect(isCut).toBe(true);
  });
});
