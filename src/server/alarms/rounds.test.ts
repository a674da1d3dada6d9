import { expect, test } from 'vitest';
import { startRounds } from './rounds.ts';

/** A clock whose timers are run by hand. */
function standingClock() {
  const timers = new Map<object, { readonly ms: number; readonly run: () => void }>();
  return {
    nowMs: 1_000,
    timers,
    now() {
      return this.nowMs;
    },
    after(ms: number, run: () => void) {
      const key = {};
      timers.set(key, { ms, run });
      return () => void timers.delete(key);
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a round begins when there is news and when it is due, and without work there is no timer', async () => {
  const clock = standingClock();
  const due = [1_500, undefined];
  const rounds = startRounds(
    async () => due.shift(),
    clock,
    () => undefined,
  );
  expect(clock.timers.size).toBe(0);
  rounds.wake();
  await settled();
  const [timer] = clock.timers.values();
  expect(timer?.ms).toBe(500);
  timer?.run();
  await settled();
  expect(clock.timers.size).toBe(0);
});

test('two rounds never run at once: news of the meantime begins another after it', async () => {
  let running = 0;
  let most = 0;
  let count = 0;
  const rounds = startRounds(
    async () => {
      count++;
      most = Math.max(most, ++running);
      await settled();
      running--;
      return undefined;
    },
    standingClock(),
    () => undefined,
  );
  for (let news = 0; news < 5; news++) rounds.wake();
  for (let turn = 0; turn < 6; turn++) await settled();
  expect([most, count]).toEqual([1, 2]);
});

test('a round that fails is tried again, and none begins after the stop', async () => {
  const clock = standingClock();
  const failures: unknown[] = [];
  const rounds = startRounds(
    () => Promise.reject(new Error('full disk')),
    clock,
    (error) => failures.push(error),
    10_000,
  );
  rounds.wake();
  await settled();
  expect(failures).toHaveLength(1);
  expect([...clock.timers.values()][0]?.ms).toBe(10_000);
  await rounds.stop();
  expect(clock.timers.size).toBe(0);
  rounds.wake();
  await settled();
  expect(failures).toHaveLength(1);
});
