import { hash } from 'node:crypto';
import type { Scope } from '../../../model/index.ts';
import type { CognitoContext } from '../context.ts';
import { type PoolUser, type SignInFailures, signInFailures, type UserPool, userId } from '../documents/index.ts';
import { notAuthorized } from '../errors.ts';
import { LOCKOUT } from '../limits.ts';

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
  // Names that nobody has are locked, too, or a lock would tell who exists. Forgotten at a restart, and the oldest first; kept as
  // hashes, since whoever makes them up can make them long.
  const unknown = new Map<string, SignInFailures>();
  return {
    async begin(scope, pool, called, user, nowMs) {
      if (user === undefined) {
        const id = hash('sha256', userId(pool, called), 'base64');
        const counted = count(unknown.get(id), nowMs);
        unknown.delete(id);
        unknown.set(id, counted);
        const oldest = unknown.size > LOCKOUT.unknownNames ? unknown.keys().next().value : undefined;
        if (oldest !== undefined) unknown.delete(oldest);
        return;
      }
      const id = userId(pool, user.username);
      await store.transact(async (tx) => {
        const before = (await tx.get(signInFailures, scope, id))?.value;
        await tx.put(signInFailures, scope, id, count(before, nowMs));
      });
    },
    async succeeded(scope, pool, user) {
      const id = userId(pool, user.username);
      await store.transact((tx) => tx.delete(signInFailures, scope, id));
    },
  };
}

/** One failure more. @throws {ServiceError} while the ones before lock the name */
function count(before: SignInFailures | undefined, nowMs: number): SignInFailures {
  if (before === undefined) return { count: 1, lastAtMs: nowMs };
  const lockedUntilMs = before.lastAtMs + lockMs(before.count);
  if (nowMs < lockedUntilMs) throw notAuthorized('Password attempts exceeded');
  const isForgotten = nowMs - lockedUntilMs >= LOCKOUT.forgottenAfterMs;
  return { count: isForgotten ? 1 : before.count + 1, lastAtMs: nowMs };
}

/** Developer guide, "Lockout behavior for failed sign-in attempts": 2^(n-5) seconds after the n-th failure. */
export function lockMs(failures: number): number {
  if (failures < LOCKOUT.freeFailures) return 0;
  return Math.min(2 ** (failures - LOCKOUT.freeFailures) * 1000, LOCKOUT.longestMs);
}
