import { expect, test } from 'vitest';
import { readRefresh } from './offered-seconds.ts';

test.each([
  ['10', 10],
  ['0', 0],
  ['', 60],
  ['0.001', 60],
  ['1e1', 60],
  ['-10', 60],
  ['soon', 60],
])('an address with refresh=%j refreshes every %i seconds', (text, seconds) => {
  expect(readRefresh(text, 60)).toBe(seconds);
});
