/** A document was changed by somebody else in the meantime. */
export class VersionConflictError extends Error {
  constructor(kind: string, id: string) {
    super(`${kind} ${id} was changed by another transaction.`);
    this.name = 'VersionConflictError';
  }
}

/** An id, a prefix or a scope that no store can hold: empty, or with U+0000 or half of a surrogate pair in it. */
export class InvalidKeyError extends Error {
  constructor(what: string, value: string) {
    super(`${JSON.stringify(value)} cannot be ${what}.`);
    this.name = 'InvalidKeyError';
  }
}

/** The feed of changes does not hold what a subscriber asked for; it must read the documents anew. */
export class ChangesGoneError extends Error {
  constructor(since: number, first: number, last: number) {
    super(`The feed of changes holds those after ${first} up to ${last}; it cannot be read from ${since}.`);
    this.name = 'ChangesGoneError';
  }
}

export class StoreClosedError extends Error {
  constructor() {
    super('The store is closed.');
    this.name = 'StoreClosedError';
  }
}

/** Why a store could not be opened. */
export type StoreOpenFailure = 'newer-format' | 'not-a-store' | 'damaged' | 'in-use' | 'unavailable';

/** A store could not be opened. The message is one sentence for the operator and names the file. */
export class StoreOpenError extends Error {
  readonly failure: StoreOpenFailure;

  constructor(failure: StoreOpenFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreOpenError';
    this.failure = failure;
  }
}
