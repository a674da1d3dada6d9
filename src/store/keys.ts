import type { Scope } from '../model/index.ts';
import { InvalidKeyError } from './errors.ts';

/**
 * What no store may hold in a key: PostgreSQL has no U+0000 in text, and half of a surrogate pair has no UTF-8, so two
 * different ids would become one.
 */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** @throws {InvalidKeyError} */
export function checkId(id: string): void {
  if (id === '' || UNSTORABLE.test(id)) throw new InvalidKeyError('an id', id);
}

/** @throws {InvalidKeyError} */
export function checkPrefix(prefix: string): void {
  if (UNSTORABLE.test(prefix)) throw new InvalidKeyError('the beginning of an id', prefix);
}

/** @throws {InvalidKeyError} */
export function checkScope(scope: Scope): void {
  if (scope.accountId === '' || UNSTORABLE.test(scope.accountId)) {
    throw new InvalidKeyError('an account id', scope.accountId);
  }
  if (scope.region === '' || UNSTORABLE.test(scope.region)) throw new InvalidKeyError('a region', scope.region);
}
