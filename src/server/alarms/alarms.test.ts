import { expect, test } from 'vitest';
import type { AlarmWork } from '../../services/cloudwatch/index.ts';
import type { ActionMeans } from './actions/take-action.ts';
import { createAlarms } from './index.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const noMeans = {} as ActionMeans;

/** Counts what is loaded and evaluated. */
function work(exists: boolean, dueAtMs?: number) {
  const seen = { loaded: 0, rounds: 0, timers: 0 };
  const alarmWork: AlarmWork = {
    exists: async () => exists,
    async load() {
      seen.loaded++;
      const run = async () => {
        seen.rounds++;
        return dueAtMs;
      };
      const unused = () => Promise.reject(new Error('Not expected.'));
      return { rounds: { run }, desk: { list: async () => [], succeeded: unused, failed: unused } };
    },
  };
  const clock = {
    now: () => 0,
    after() {
      seen.timers++;
      return () => undefined;
    },
  };
  const log = { warn: (message: string) => expect.fail(message) };
  return { seen, alarms: createAlarms(clock, log), alarmWork };
}

test('without alarms nothing is loaded, and there is no timer', async () => {
  const { seen, alarms, alarmWork } = work(false);
  alarms.start(alarmWork, noMeans);
  await settled();
  expect(seen).toEqual({ loaded: 0, rounds: 0, timers: 0 });
  await alarms.stop();
});

test('alarms of before are evaluated at start, and those that change when they do, until the stop', async () => {
  const { seen, alarms, alarmWork } = work(true, 1_000);
  alarms.start(alarmWork, noMeans);
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual({ loaded: 1, rounds: 1, timers: 1 });
  alarms.changed();
  await expect.poll(() => seen).toEqual({ loaded: 1, rounds: 2, timers: 2 });
  await alarms.stop();
  alarms.changed();
  await settled();
  expect(seen.rounds).toBe(2);
});
