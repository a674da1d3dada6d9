import type { Database } from 'libsql';
import { ChangeFeed } from '../change-feed.ts';
import { StoreClosedError } from '../errors.ts';
import type { Change, Reader, Store, Transaction, Unsubscribe } from '../store.ts';
import { ChangeLog } from './change-log.ts';
import { CommitQueue } from './commit-queue.ts';
import { DocumentTable } from './document-table.ts';
import { readDocuments } from './read-documents.ts';
import type { WriteBuffer } from './write-buffer.ts';

/** The store over one connection to one SQLite file that no other process writes. */
export class SqliteStore implements Store {
  readonly get: Reader['get'];
  readonly list: Reader['list'];
  readonly scan: Reader['scan'];
  readonly #database: Database;
  readonly #table: DocumentTable;
  readonly #log: ChangeLog;
  readonly #feed = new ChangeFeed();
  readonly #queue: CommitQueue;
  readonly #begin;
  readonly #commit;
  #lastSequence: number;
  #closing: Promise<void> | undefined;

  /** @param keptTransactions how many past transactions `changes` can replay at least */
  constructor(database: Database, keptTransactions: number) {
    this.#database = database;
    this.#table = new DocumentTable(database);
    this.#log = new ChangeLog(database, keptTransactions);
    this.#log.prune();
    this.#queue = new CommitQueue(this.#table, (transactions) => this.#write(transactions));
    this.#begin = database.prepare('begin immediate');
    this.#commit = database.prepare('commit');
    this.#lastSequence = this.#log.lastSequence();
    const reader = readDocuments(this.#table, () => this.#checkOpen());
    this.get = reader.get;
    this.list = reader.list;
    this.scan = reader.scan;
  }

  async transact<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    this.#checkOpen();
    return this.#queue.run(work);
  }

  async changes(since: number, listener: (changes: readonly Change[]) => void): Promise<Unsubscribe> {
    this.#checkOpen();
    return this.#feed.subscribe(since, this.#log.after(since), listener);
  }

  async lastSequence(): Promise<number> {
    this.#checkOpen();
    return this.#lastSequence;
  }

  async reset(): Promise<void> {
    this.#checkOpen();
    return this.#queue.run(async (tx) => tx.deleteAll());
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue.idle().then(() => {
      // libsql keeps the file open until its statements are collected (libsql-js#228), so SQLite's own tidying up at the
      // last close may never come: move the log into the file now, and leave one complete file.
      this.#database.exec('pragma wal_checkpoint(truncate)');
      this.#database.close();
    });
    return this.#closing;
  }

  #write(transactions: readonly WriteBuffer[]): void {
    const published: (readonly Change[])[] = [];
    let last = this.#lastSequence;
    this.#begin.run();
    try {
      for (const transaction of transactions) {
        const writes = transaction.effective();
        for (const write of writes) this.#table.write(write);
        published.push(this.#log.append(last, writes));
        last += writes.length;
      }
      this.#commit.run();
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.#database.inTransaction) this.#database.exec('rollback');
      throw error;
    }
    this.#lastSequence = last;
    for (const changes of published) this.#feed.publish(changes);
  }

  #checkOpen(): void {
    if (this.#closing) throw new StoreClosedError();
  }
}
