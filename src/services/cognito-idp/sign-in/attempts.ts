import type { Scope } from '../../../model/index.ts';
import { FailureTable, lockedUntilMs, oneMore } from '../../../passwords/index.ts';
import type { CognitoContext } from '../context.ts';
import { type PoolUser, signInFailures, type UserPool, userId } from '../documents/index.ts';
import { notAuthorized } from '../errors.ts';
import { UNKNOWN_NAMES } from '../limits.ts';

/** Counts attempts at passwords, so that guessing gets slow. */
export interface Attempts {
  /**
   * Counts an attempt as failed before it is known to be, so that many at once are no way around.
   * @param user undefined when nobody is called so
   * @throws {ServiceError} while the name is locked
   */
  begin(scope: Scope, pool: UserPool, called: string, user: PoolUser | undefined, nowMs: number): Promise<void>;
  /** The attempt was none at guessing. */
  succeeded(scope: Scope, pool: UserPool, user: PoolUser): Promise<void>;
}

export function createAttempts({ store }: CognitoContext): Attempts {
  // Names that nobody has are locked, too, or a lock would tell who exists. Forgotten at a restart.
  const unknown = new FailureTable(UNKNOWN_NAMES);
  return {
    async begin(scope, pool, called, user, nowMs) {
      if (user === undefined) {
        if (unknown.begin(userId(pool, called), nowMs) > 0) throw locked();
        return;
      }
      const id = userId(pool, user.username);
      await store.transact(async (tx) => {
        const before = (await tx.get(signInFailures, scope, id))?.value;
        if (before !== undefined && nowMs < lockedUntilMs(before)) throw locked();
        await tx.put(signInFailures, scope, id, oneMore(before, nowMs));
      });
    },
    async succeeded(scope, pool, user) {
      const id = userId(pool, user.username);
      await store.transact((tx) => tx.delete(signInFailures, scope, id));
    },
  };
}

function locked() {
  return notAuthorized('Password attempts exceeded');
}
