import type { Scope } from '../model/index.ts';

/**
 * A kind of document, carrying the type of its values. Two kinds with one name are one kind.
 * @example const restApis = defineKind<RestApi>('RestApi')
 */
export interface Kind<T> {
  readonly name: string;
  /** Whether its values hold secrets, so that a store that seals encrypts them. */
  readonly sealed?: true;
  /** Never set; it only carries the type. */
  readonly valueType?: T;
}

export function defineKind<T>(name: string): Kind<T> {
  return { name };
}

/** A kind whose values hold secrets. */
export function defineSealedKind<T>(name: string): Kind<T> {
  return { name, sealed: true };
}

export interface StoredDocument<T> {
  readonly scope: Scope;
  /**
   * Unique within scope and kind; a `/` separates a parent's id from a child's, so that a prefix lists the children. Any
   * text but the empty one that holds neither U+0000 nor half of a surrogate pair.
   */
  readonly id: string;
  /** 1 when created, one more at every `put`. */
  readonly version: number;
  /** What was put, after a round trip through JSON: a copy that belongs to the caller. */
  readonly value: T;
}

/** A page of a listing, in order of ids by code point, which is the order of their UTF-8 bytes. */
export interface PageRequest {
  /** Only ids that begin so. */
  readonly prefix?: string;
  /** Only ids after this one. */
  readonly after?: string;
  /** Only ids before this one. */
  readonly before?: string;
  /** Whether the last come first; absent means no. */
  readonly isDescending?: boolean;
  /** The most documents given, the first by the order; absent means all. */
  readonly limit?: number;
}

/** @throws {InvalidKeyError} (every method) for an id, prefix or scope that no store can hold */
export interface Reader {
  get<T>(kind: Kind<T>, scope: Scope, id: string): Promise<StoredDocument<T> | undefined>;
  list<T>(kind: Kind<T>, scope: Scope, page?: PageRequest): Promise<readonly StoredDocument<T>[]>;
  /**
   * Every document of a kind over all scopes, in order of account, region and id: for start-up and for things that are
   * addressed without a scope.
   */
  scan<T>(kind: Kind<T>): Promise<readonly StoredDocument<T>[]>;
}

export interface Transaction extends Reader {
  /**
   * Writes a document; reads in this transaction see it.
   * @param value anything that JSON can hold; it is copied now, later changes to it are not stored
   * @param expectedVersion 0 for "must not exist yet"; absent for "whatever is there"
   * @throws {VersionConflictError} when the stored version is another
   */
  put<T>(kind: Kind<T>, scope: Scope, id: string, value: T, expectedVersion?: number): Promise<void>;
  /** Returns whether there was something to delete. */
  delete<T>(kind: Kind<T>, scope: Scope, id: string): Promise<boolean>;
  /** Deletes every document whose id begins so, and returns how many there were. */
  deletePrefix<T>(kind: Kind<T>, scope: Scope, prefix: string): Promise<number>;
}

/** What a committed transaction did to one document, all its writes taken together. */
export interface Change {
  /** Ascending over the store's whole life; gaps are possible. */
  readonly sequence: number;
  readonly kind: string;
  readonly scope: Scope;
  readonly id: string;
  readonly operation: 'put' | 'delete';
  /** The version that was put, or the one that was deleted. */
  readonly version: number;
}

/** Ends a subscription; nothing is delivered after it has returned. */
export type Unsubscribe = () => void;

/**
 * A small store of versioned documents with transactions and a feed of changes, kept by account and region. When
 * `transact` has resolved, the work survives a crash of process and machine. Reads outside a transaction see what is
 * committed, never what a transaction is about to write.
 *
 * @throws {StoreClosedError} (every method) after `close`
 */
export interface Store extends Reader {
  /**
   * Runs `work` and commits what it wrote, all of it or nothing. Transactions are serialisable. `work` may be run again
   * after a conflict, so it has no effects but through `tx`; when it rejects, nothing is written and its error comes out.
   * Transactions wait for each other: `work` awaits nothing but `tx`, and above all no other transaction.
   */
  transact<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
  /**
   * Calls `listener` with the changes of every transaction committed after `since`, in order, each transaction once and
   * as one array. Those that are committed already are delivered before the promise resolves. A transaction that
   * changed nothing is not delivered. A listener that throws is a defect: the error goes to `uncaughtException`, the
   * other listeners and the store carry on.
   * @param since 0, a `sequence` from the last array that was delivered, or what `lastSequence` gave
   * @throws {ChangesGoneError} when the feed does not reach back so far; read the documents anew and subscribe from now
   */
  changes(since: number, listener: (changes: readonly Change[]) => void): Promise<Unsubscribe>;
  /** The sequence number of the last committed change; 0 for a store in which nothing was ever written. */
  lastSequence(): Promise<number>;
  /** Deletes every document, as one transaction whose changes are in the feed; used by `POST /_sallyport/reset`. */
  reset(): Promise<void>;
  /** Lets transactions that were begun finish, then lets go of every resource. A second call does nothing. */
  close(): Promise<void>;
}
