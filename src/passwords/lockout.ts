/** Cognito developer guide, "Lockout behavior for failed sign-in attempts": after n failures 2^(n-5) seconds, up to about 15 minutes. */
const LOCKOUT = { freeFailures: 5, longestMs: 900_000, forgottenAfterMs: 900_000 } as const;

/** Attempts at one name that failed, one after another. */
export interface Failures {
  readonly count: number;
  readonly lastAtMs: number;
}

/** Until when nobody may try again. */
export function lockedUntilMs({ count, lastAtMs }: Failures): number {
  return lastAtMs + lockMs(count);
}

/** One failure more; those of long ago do not count. */
export function oneMore(before: Failures | undefined, nowMs: number): Failures {
  const isForgotten = before === undefined || nowMs - lockedUntilMs(before) >= LOCKOUT.forgottenAfterMs;
  return { count: isForgotten ? 1 : before.count + 1, lastAtMs: nowMs };
}

/** @returns milliseconds */
export function lockMs(failures: number): number {
  if (failures < LOCKOUT.freeFailures) return 0;
  return Math.min(2 ** (failures - LOCKOUT.freeFailures) * 1000, LOCKOUT.longestMs);
}
