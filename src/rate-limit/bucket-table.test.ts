import { expect, test } from 'vitest';
import { BucketTable } from './bucket-table.ts';

const rate = { perSecond: 10, burst: 2 };

test('a bucket that has filled again is dropped, one that has not is kept: memory follows use', () => {
  const table = new BucketTable();
  for (let key = 0; key < 100_000; key++) table.bucket(`key${key}`, rate, key).take(1, key);
  // A token comes back within 100 ms, so of the 100,000 buckets only those of the last 100 ms say anything.
  expect(table.size).toBeLessThan(2_100);
  table.bucket('last', { perSecond: 0.001, burst: 2 }, 100_000).take(2, 100_000);
  for (let key = 0; key < 10_000; key++) table.bucket(`other${key}`, rate, 101_000);
  expect(table.bucket('last', { perSecond: 0.001, burst: 2 }, 101_000).take(1, 101_000)).toBe(0);
});

test('another process goes on where this one stood', () => {
  const here = new BucketTable();
  here.bucket('a', rate, 0).take(2, 0);
  here.bucket('full', rate, 0);
  const there = new BucketTable();
  there.takeOver(here.levels(50), 50);
  expect(there.size).toBe(1);
  expect(there.bucket('a', rate, 50).take(1, 50)).toBe(0);
  expect(there.bucket('a', rate, 100).take(1, 100)).toBe(1);
});

test('where both counted, the emptier bucket holds', () => {
  const table = new BucketTable();
  table.bucket('a', rate, 0).take(2, 0);
  table.takeOver([{ id: 'a', rate, level: 1 }], 0);
  expect(table.bucket('a', rate, 0).take(1, 0)).toBe(0);
});

test('a changed rate holds from then on', () => {
  const table = new BucketTable();
  expect(table.bucket('a', rate, 0).take(9, 0)).toBe(2);
  expect(table.bucket('a', { perSecond: 1_000, burst: 5 }, 1).take(9, 1)).toBe(0);
  expect(table.bucket('a', { perSecond: 1_000, burst: 5 }, 10).take(9, 10)).toBe(5);
});
