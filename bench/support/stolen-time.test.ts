import { expect, it } from 'vitest';
import { readTimes, stolenShare } from './stolen-time.ts';

// proc(5), `/proc/stat`.
it('reads what was stolen of all, and counts what guests took once', () => {
  const text = 'cpu  100 20 30 400 5 6 7 32 50 10\ncpu0 1 2 3 4 5 6 7 8 9 10\nintr 1\n';
  expect(readTimes(text)).toEqual({ all: 600, stolen: 32 });
});

it('tells nothing where there is no such count', () => {
  expect(readTimes('cpu  100 20 30 400\n')).toBeUndefined();
  expect(readTimes('')).toBeUndefined();
});

it.runIf(process.platform === 'linux')('is a part of the time since the start', () => {
  const share = stolenShare();
  expect(share).toBeGreaterThanOrEqual(0);
  expect(share).toBeLessThanOrEqual(1);
});
