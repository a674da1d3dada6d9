import type { Scope } from '../../../model/index.ts';
import type { CognitoContext } from '../context.ts';
import { findUser, type PoolUser, putCredentials, putUser, type UserPool } from '../documents/index.ts';
import { usernameExists } from '../errors.ts';
import type { Passwords } from '../passwords/index.ts';

export interface NewUser {
  /** The name or address that the request gives him. */
  readonly called: string;
  /** How a namesake is refused. */
  readonly taken: string;
  readonly password: string;
  /** Of a temporary password, in milliseconds since the epoch. */
  readonly until?: number;
  /** Take addresses away from whoever is called by them. */
  readonly force?: boolean;
}

/** Adds a user with a password. @throws {ServiceError} `UsernameExistsException`, `AliasExistsException` */
export async function addUser(
  { store }: CognitoContext,
  passwords: Passwords,
  scope: Scope,
  pool: UserPool,
  user: PoolUser,
  { called, taken, password, until, force = false }: NewUser,
): Promise<void> {
  // Looked up before the password is hashed; what counts is the look in the transaction.
  if (await findUser(store, scope, pool, called)) throw usernameExists(taken);
  const credentials = await passwords.make(pool, user.username, password, until);
  await store.transact(async (tx) => {
    if (await findUser(tx, scope, pool, called)) throw usernameExists(taken);
    await putUser(tx, scope, pool, user, undefined, force);
    await putCredentials(tx, scope, pool, user, credentials);
  });
}
