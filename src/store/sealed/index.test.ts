import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSealer, SealError } from '../../sealing/index.ts';
import { defineKind, defineSealedKind, type Store } from '../index.ts';
import { openSqliteStore } from '../sqlite/index.ts';
import { storeContract } from '../testing/contract.ts';
import { HERE, THERE } from '../testing/harness.ts';
import { sealStore } from './index.ts';

const sealer = createSealer({ key: randomBytes(32), use: 'store', randomBytes });

storeContract({
  name: 'a store that seals',
  runsInCallOrder: true,
  async create(keptTransactions) {
    const options = keptTransactions === undefined ? {} : { keptTransactions };
    return sealStore(await openSqliteStore({ path: ':memory:', ...options }), sealer);
  },
});

interface Secret {
  readonly secret: string;
}
const SECRETS = defineSealedKind<Secret>('Secret');
const RAW = defineKind<unknown>('Secret');

async function withBoth(test: (store: Store, below: Store) => Promise<void>): Promise<void> {
  const below = await openSqliteStore({ path: ':memory:' });
  await test(sealStore(below, sealer), below);
  await below.close();
}

it('hides the values of sealed kinds from the store below, and gives them back', () =>
  withBoth(async (store, below) => {
    await store.transact(async (tx) => {
      await tx.put(SECRETS, HERE, 'a', { secret: 'hidden' });
      expect((await tx.get(SECRETS, HERE, 'a'))?.value).toEqual({ secret: 'hidden' });
    });
    expect(JSON.stringify(await below.scan(RAW))).not.toContain('hidden');
    expect((await store.list(SECRETS, HERE)).map(({ value }) => value)).toEqual([{ secret: 'hidden' }]);
    expect((await store.scan(SECRETS)).map(({ value }) => value)).toEqual([{ secret: 'hidden' }]);
  }));

it('opens no value in the place of another', () =>
  withBoth(async (store, below) => {
    await store.transact((tx) => tx.put(SECRETS, HERE, 'a', { secret: 'hidden' }));
    const stolen = (await below.get(RAW, HERE, 'a'))?.value;
    await below.transact(async (tx) => {
      await tx.put(RAW, HERE, 'b', stolen);
      await tx.put(RAW, THERE, 'a', stolen);
    });
    await expect(store.get(SECRETS, HERE, 'b')).rejects.toThrow(SealError);
    await expect(store.get(SECRETS, THERE, 'a')).rejects.toThrow(SealError);
  }));

it('reads what was written before its kind was sealed, and seals it when it is written again', () =>
  withBoth(async (store, below) => {
    await below.transact((tx) => tx.put(RAW, HERE, 'a', { secret: 'old' }));
    expect((await store.get(SECRETS, HERE, 'a'))?.value).toEqual({ secret: 'old' });
    await store.transact((tx) => tx.put(SECRETS, HERE, 'a', { secret: 'old' }));
    expect(JSON.stringify(await below.scan(RAW))).not.toContain('old');
  }));
