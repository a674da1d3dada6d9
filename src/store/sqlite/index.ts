/**
 * The store on one SQLite file (or in memory): for one process on one machine. Writes of a transaction are kept in memory
 * until its work is done and then go to the file together with those of its neighbours (docs/decisions/0004).
 */
import type { Store } from '../store.ts';
import { openDatabase } from './open-database.ts';
import { explainOpenFailure } from './open-failure.ts';
import { SqliteStore } from './sqlite-store.ts';

/** How many past transactions the feed of changes can replay. Subscribers live in the same installation and are seldom away. */
const KEPT_TRANSACTIONS = 10_000;

export interface SqliteStoreOptions {
  /** The file, made when it is not there; `:memory:` keeps everything in memory. */
  readonly path: string;
  /** How many past transactions `changes` can replay at least; default 10,000. */
  readonly keptTransactions?: number;
}

/** @throws {StoreOpenError} when the file is damaged, of a newer format, in use, or not a store */
export async function openSqliteStore({
  path,
  keptTransactions = KEPT_TRANSACTIONS,
}: SqliteStoreOptions): Promise<Store> {
  try {
    return new SqliteStore(openDatabase(path), keptTransactions);
  } catch (error) {
    throw explainOpenFailure(path, error);
  }
}
