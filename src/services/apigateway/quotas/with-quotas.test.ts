import { beforeEach, expect, it } from 'vitest';
import { defineKind, type Store } from '../../../store/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { quota } from './quota.ts';
import { withQuotas } from './with-quotas.ts';

const scope = { accountId: '111111111111', region: 'us-east-1' };
const pets = defineKind<{ readonly weight: number }>('Pet');
const perShop = quota({ kind: pets, per: 'parent', max: 2, what: 'Pets', owner: 'shop' });
const weights = quota({
  kind: pets,
  per: 'account',
  max: 10,
  what: 'Weights',
  owner: 'account',
  weigh: (pet) => pet.weight,
});

let store: Store;
let counted: Store;
beforeEach(async () => {
  store = await openSqliteStore({ path: ':memory:' });
  counted = withQuotas(store, [perShop, weights]);
});

const put = (to: Store, id: string, weight = 1) => to.transact((tx) => tx.put(pets, scope, id, { weight }));
const ids = async () => (await store.list(pets, scope)).map(({ id }) => id);

it('refuses a transaction as a whole, by the first quota that it exceeds', async () => {
  await put(counted, 'a/1');
  const two = counted.transact(async (tx) => {
    await tx.put(pets, scope, 'a/2', { weight: 1 });
    await tx.put(pets, scope, 'a/3', { weight: 1 });
  });
  await expect(two).rejects.toMatchObject({ code: 'LimitExceededException', message: expect.stringContaining('Pets') });
  expect(await ids()).toEqual(['a/1']);
});

it('counts at the end: what a transaction removes makes room for what it adds', async () => {
  await put(counted, 'a/1');
  await put(counted, 'a/2');
  await counted.transact(async (tx) => {
    await tx.put(pets, scope, 'a/3', { weight: 1 });
    await tx.delete(pets, scope, 'a/1');
  });
  expect(await ids()).toEqual(['a/2', 'a/3']);
});

it('lets what is beyond a quota, from before it held, be changed and removed, but not grow', async () => {
  for (const id of ['a/1', 'a/2', 'a/3']) await put(store, id, 5);
  await put(counted, 'a/1', 4);
  await expect(put(counted, 'a/1', 5)).rejects.toMatchObject({ message: expect.stringContaining('Weights') });
  await expect(put(counted, 'a/4')).rejects.toMatchObject({ statusCode: 429 });
  await counted.transact((tx) => tx.deletePrefix(pets, scope, 'a/2').then(() => undefined));
  expect(await ids()).toEqual(['a/1', 'a/3']);
});

it('counts parents, accounts and regions apart', async () => {
  for (const id of ['a/1', 'a/2', 'b/1', 'b/2', 'ab/1']) await put(counted, id);
  const there = { ...scope, region: 'eu-west-1' };
  await counted.transact((tx) => tx.put(pets, there, 'a/1', { weight: 9 }));
  expect(await counted.list(pets, there)).toHaveLength(1);
});
