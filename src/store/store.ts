import type { Scope } from '../model/index.ts';

/**
 * A kind of document, carrying the type of its values. Two kinds with one name are one kind.
 * @example const restApis = defineKind<RestApi>('RestApi')
 */
export interface Kind<T> {
  readonly name: string;
  /** Never set; it only carries the type. */
  readonly valueType?: T;
}

export function defineKind<T>(name: string): Kind<T> {
  return { name };
}

export interface StoredDocument<T> {
  readonly scope: Scope;
  /** Unique within scope and kind; a `/` separates a parent's id from a child's, so that a prefix lists the children. */
  readonly id: string;
  /** 1 when created, one more at every change. */
  readonly version: number;
  readonly value: T;
}

/** A page of a listing, in ascending order of ids by code unit. */
export interface PageRequest {
  /** Only ids that begin so. */
  readonly prefix?: string;
  /** Only ids after this one. */
  readonly after?: string;
  readonly limit?: number;
}

export interface Reader {
  get<T>(kind: Kind<T>, scope: Scope, id: string): Promise<StoredDocument<T> | undefined>;
  list<T>(kind: Kind<T>, scope: Scope, page?: PageRequest): Promise<readonly StoredDocument<T>[]>;
  /** Every document of a kind over all scopes: for start-up and for things that are addressed without a scope. */
  scan<T>(kind: Kind<T>): Promise<readonly StoredDocument<T>[]>;
}

export interface Transaction extends Reader {
  /**
   * Writes a document; reads in this transaction see it.
   * @param expectedVersion 0 for "must not exist yet"; absent for "whatever is there"
   * @throws {VersionConflictError} when the stored version is another
   */
  put<T>(kind: Kind<T>, scope: Scope, id: string, value: T, expectedVersion?: number): Promise<void>;
  /** Returns whether there was something to delete. */
  delete<T>(kind: Kind<T>, scope: Scope, id: string): Promise<boolean>;
  /** Deletes every document whose id begins so, and returns how many there were. */
  deletePrefix<T>(kind: Kind<T>, scope: Scope, prefix: string): Promise<number>;
}

/** What a committed transaction did to one document. */
export interface Change {
  /** Ascending over the store's whole life; gaps are possible. */
  readonly sequence: number;
  readonly kind: string;
  readonly scope: Scope;
  readonly id: string;
  readonly operation: 'put' | 'delete';
  readonly version: number;
}

/**
 * A small store of versioned documents with transactions and a feed of changes, kept by account and region. When
 * `transact` has resolved, the work survives a crash of process and machine.
 */
export interface Store extends Reader {
  /**
   * Runs `work` and commits what it wrote, all of it or nothing. Transactions are serialisable. `work` may be run again
   * after a conflict, so it has no effects but through `tx`; when it rejects, nothing is written and its error comes out.
   */
  transact<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
  /**
   * Calls `listener` with the changes of every transaction committed after `since`, in order, each transaction once.
   * @returns a function that ends the subscription
   */
  changes(since: number, listener: (changes: readonly Change[]) => void): () => void;
  /** The sequence number of the last committed change; 0 for an empty store. */
  lastSequence(): Promise<number>;
  /** Deletes every document; used by `POST /_sallyport/reset`. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** A document was changed by somebody else in the meantime. */
export class VersionConflictError extends Error {
  constructor(kind: string, id: string) {
    super(`${kind} ${id} was changed by another transaction.`);
    this.name = 'VersionConflictError';
  }
}
