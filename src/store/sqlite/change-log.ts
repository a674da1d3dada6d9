import type { Database, Statement } from 'libsql';
import { ChangesGoneError } from '../errors.ts';
import type { Change } from '../store.ts';
import type { BufferedWrite } from './write-buffer.ts';

/** How one change lies in a row of `commits`; its sequence number follows from its place. */
type LoggedChange = readonly [
  kind: string,
  account: string,
  region: string,
  id: string,
  operation: Change['operation'],
  version: number,
];

/**
 * The changes of past transactions: one row a transaction, under the sequence number of its last change. Sequence numbers
 * have no gaps here, so the row's number and length give the number of every change in it.
 */
export class ChangeLog {
  readonly #append: Statement;
  readonly #after: Statement;
  readonly #oldest: Statement;
  readonly #newest: Statement;
  readonly #forget: Statement;
  readonly #keptTransactions: number;
  #untilPrune: number;

  /** @param keptTransactions the log holds at least so many transactions, and at most a tenth more */
  constructor(database: Database, keptTransactions: number) {
    this.#keptTransactions = keptTransactions;
    this.#untilPrune = pruneInterval(keptTransactions);
    this.#append = database.prepare('insert into commits (sequence, changes) values (?, ?)');
    this.#after = database.prepare('select sequence, changes from commits where sequence > ? order by sequence').raw();
    this.#oldest = database.prepare('select sequence, changes from commits order by sequence limit 1').raw();
    this.#newest = database.prepare('select sequence from commits order by sequence desc limit 1').raw();
    this.#forget = database.prepare(
      'delete from commits where sequence <= (select sequence from commits order by sequence desc limit 1 offset ?)',
    );
  }

  lastSequence(): number {
    const row = this.#newest.get() as readonly [number] | undefined;
    return row === undefined ? 0 : row[0];
  }

  /** Logs what one transaction did, numbered on from `last`; call it within the transaction that does it. */
  append(last: number, writes: readonly BufferedWrite[]): readonly Change[] {
    if (writes.length === 0) return [];
    const logged = writes.map(
      ({ kind, scope, id, json, version }): LoggedChange => [
        kind,
        scope.accountId,
        scope.region,
        id,
        json === undefined ? 'delete' : 'put',
        version,
      ],
    );
    this.#append.run(last + writes.length, JSON.stringify(logged));
    if (--this.#untilPrune === 0) this.prune();
    return numbered(last, logged);
  }

  /**
   * The transactions that changed something after `since`, in order.
   * @throws {ChangesGoneError} when some of them are no longer kept, or `since` is of another store's counting
   */
  after(since: number): readonly (readonly Change[])[] {
    const first = this.#firstKnown();
    const last = this.lastSequence();
    if (since < first || since > last) throw new ChangesGoneError(since, first, last);
    const rows = this.#after.all(since) as readonly (readonly [number, string])[];
    return rows.map(read).map((changes) => changes.filter(({ sequence }) => sequence > since));
  }

  /** Forgets the transactions that need not be kept. Also for a start: a process that lives shortly never gets to it. */
  prune(): void {
    this.#forget.run(this.#keptTransactions);
    this.#untilPrune = pruneInterval(this.#keptTransactions);
  }

  /** The sequence number after which everything is still known. */
  #firstKnown(): number {
    const row = this.#oldest.get() as readonly [number, string] | undefined;
    const oldest = row === undefined ? undefined : read(row)[0];
    return oldest === undefined ? 0 : oldest.sequence - 1;
  }
}

function pruneInterval(keptTransactions: number): number {
  return Math.max(1, Math.floor(keptTransactions / 10));
}

function read([sequence, json]: readonly [number, string]): readonly Change[] {
  const logged: readonly LoggedChange[] = JSON.parse(json);
  return numbered(sequence - logged.length, logged);
}

function numbered(last: number, logged: readonly LoggedChange[]): readonly Change[] {
  return logged.map(([kind, accountId, region, id, operation, version], index) => ({
    sequence: last + index + 1,
    kind,
    scope: { accountId, region },
    id,
    operation,
    version,
  }));
}
