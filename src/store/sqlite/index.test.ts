import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Store } from '../store.ts';
import { storeContract } from '../testing/contract.ts';
import { openSqliteStore } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

const paths = new WeakMap<Store, { readonly path: string; readonly keptTransactions?: number }>();
let count = 0;

async function openFile(options: { readonly path: string; readonly keptTransactions?: number }): Promise<Store> {
  const store = await openSqliteStore(options);
  paths.set(store, options);
  return store;
}

storeContract({
  name: 'SQLite on a file',
  runsInCallOrder: true,
  create(keptTransactions) {
    const path = join(folder, `store-${count++}.db`);
    return openFile(keptTransactions === undefined ? { path } : { path, keptTransactions });
  },
  async reopen(store) {
    const options = paths.get(store);
    if (options === undefined) throw new Error('This store was not made here.');
    await store.close();
    return openFile(options);
  },
});

storeContract({
  name: 'SQLite in memory',
  runsInCallOrder: true,
  create: (keptTransactions) =>
    openSqliteStore({ path: ':memory:', ...(keptTransactions === undefined ? {} : { keptTransactions }) }),
});
