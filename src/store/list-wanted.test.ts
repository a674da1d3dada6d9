import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defineKind, listWanted, type Store } from './index.ts';
import { openSqliteStore } from './sqlite/index.ts';

const numbers = defineKind<number>('number');
const scope = { accountId: '000000000000', region: 'us-east-1' };
const MANY = 300;
let store: Store;

const idOf = (number: number): string => String(number).padStart(4, '0');
const list = async (page: { readonly after?: string; readonly prefix?: string; readonly limit: number }, modulus = 1) =>
  (await listWanted(store, numbers, scope, page, (number) => number % modulus === 0)).map(({ value }) => value);

beforeEach(async () => {
  store = await openSqliteStore({ path: ':memory:' });
  await store.transact(async (tx) => {
    for (let number = 0; number < MANY; number += 1) await tx.put(numbers, scope, idOf(number), number);
  });
});

afterEach(() => store.close());

test('gives the first that are wanted, in order', async () => {
  expect(await list({ limit: 3 })).toEqual([0, 1, 2]);
  expect(await list({ limit: 3, after: idOf(10) })).toEqual([11, 12, 13]);
  expect(await list({ limit: 3, after: idOf(10) }, 100)).toEqual([100, 200]);
  expect(await list({ limit: 2, prefix: '02' }, 50)).toEqual([200, 250]);
  expect(await list({ limit: 5 }, 1_000)).toEqual([0]);
  expect(await list({ limit: 5, after: idOf(MANY) })).toEqual([]);
});

test('reads no more than it gives where all are wanted', async () => {
  const read = vi.spyOn(store, 'list');
  expect(await list({ limit: 51 })).toHaveLength(51);
  expect(read).toHaveBeenCalledTimes(1);
  expect(await read.mock.results[0]?.value).toHaveLength(51);
});
