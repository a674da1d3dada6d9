import type { Scope } from '../../model/index.ts';
import { type Change, defineKind, type Store } from '../store.ts';

/** How the contract makes the stores that it examines. */
export interface StoreUnderTest {
  readonly name: string;
  /**
   * Makes an empty store.
   * @param keptTransactions how many past transactions its feed can replay at least (and at most a tenth more)
   */
  create(keptTransactions?: number): Promise<Store>;
  /** Closes a store and opens the same data again; absent for a store that keeps nothing. */
  readonly reopen?: (store: Store) => Promise<Store>;
  /** Whether transactions take place in the order in which `transact` was called: more than the contract asks for. */
  readonly runsInCallOrder: boolean;
}

export interface Note {
  readonly text: string;
}

export const NOTES = defineKind<Note>('Note');
export const HERE: Scope = { accountId: '000000000000', region: 'eu-central-1' };
export const THERE: Scope = { accountId: '000000000000', region: 'us-east-1' };

/** Runs `test` on a new empty store and closes the store, whatever happens. */
export function withStore(
  { create }: StoreUnderTest,
  test: (store: Store) => Promise<void>,
  keptTransactions?: number,
): () => Promise<void> {
  return async () => {
    const store = await create(keptTransactions);
    try {
      await test(store);
    } finally {
      await store.close();
    }
  };
}

/** Puts one note in a transaction of its own. */
export function putNote(store: Store, id: string, text = id, scope = HERE): Promise<void> {
  return store.transact((tx) => tx.put(NOTES, scope, id, { text }));
}

export async function listIds(store: Store, page?: Parameters<Store['list']>[2]): Promise<readonly string[]> {
  return (await store.list(NOTES, HERE, page)).map(({ id }) => id);
}

/** A change in one short line, such as `put Note a v1`. */
export function describeChange({ operation, kind, id, version }: Change): string {
  return `${operation} ${kind} ${id} v${version}`;
}
