import type { Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { CognitoContext } from '../context.ts';
import {
  below,
  type PoolUser,
  putUser,
  requireUser,
  requireUserPool,
  sessions,
  type UserPool,
} from '../documents/index.ts';

/** A user with his pool, as a change left him. */
export interface ChangedUser {
  readonly pool: UserPool;
  readonly user: PoolUser;
}

/**
 * Changes a user in one transaction.
 * @param also what else is written in it
 * @throws {ServiceError} when there is no such pool or user
 */
export function changeUser(
  { store }: CognitoContext,
  scope: Scope,
  { poolId, called, nowMs }: { readonly poolId: string; readonly called: string; readonly nowMs: number },
  change: (user: PoolUser, pool: UserPool) => Partial<PoolUser>,
  also: (tx: Transaction, changed: ChangedUser) => Promise<unknown> = async () => undefined,
): Promise<ChangedUser> {
  return store.transact(async (tx) => {
    const pool = await requireUserPool(tx, scope, poolId);
    const before = await requireUser(tx, scope, pool, called);
    const user = { ...before, ...change(before, pool), modifiedAtMs: nowMs };
    await putUser(tx, scope, pool, user, before);
    await also(tx, { pool, user });
    return { pool, user };
  });
}

/** Ends everything that a user is signed in to. */
export function endSessions(tx: Transaction, scope: Scope, { pool, user }: ChangedUser): Promise<number> {
  return tx.deletePrefix(sessions, scope, below(pool.id, user.sub));
}
