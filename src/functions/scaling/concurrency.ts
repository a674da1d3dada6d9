/** Why an invocation may not run now (Lambda API reference, `TooManyRequestsException`, `Reason`). */
export type Throttle = 'ReservedFunctionConcurrentInvocationLimitExceeded' | 'ConcurrentInvocationLimitExceeded';

/**
 * Counts what runs at one time (Lambda guide, "Understanding Lambda function scaling"): a function with reserved concurrency has
 * that much to itself, and no more; all others share what is not reserved.
 */
export interface Concurrency {
  /** Takes one for an invocation; or says why not. */
  take(functionArn: string): Throttle | undefined;
  release(functionArn: string): void;
  /** @param count undefined for none of its own */
  reserve(functionArn: string, count: number | undefined): void;
}

/** @param max what all functions together may run at one time */
export function createConcurrency(max: number): Concurrency {
  const reserved = new Map<string, number>();
  const running = new Map<string, number>();
  let reservedSum = 0;
  let unreservedRunning = 0;
  const runningOf = (functionArn: string) => running.get(functionArn) ?? 0;

  return {
    take(functionArn) {
      const own = reserved.get(functionArn);
      const count = runningOf(functionArn);
      if (own !== undefined) {
        if (count >= own) return 'ReservedFunctionConcurrentInvocationLimitExceeded';
      } else {
        if (unreservedRunning >= max - reservedSum) return 'ConcurrentInvocationLimitExceeded';
        unreservedRunning++;
      }
      running.set(functionArn, count + 1);
      return undefined;
    },
    release(functionArn) {
      const count = runningOf(functionArn) - 1;
      if (count > 0) running.set(functionArn, count);
      else running.delete(functionArn);
      if (!reserved.has(functionArn)) unreservedRunning--;
    },
    reserve(functionArn, count) {
      const before = reserved.get(functionArn);
      reservedSum += (count ?? 0) - (before ?? 0);
      // What runs changes sides with its function.
      if (before === undefined && count !== undefined) unreservedRunning -= runningOf(functionArn);
      if (before !== undefined && count === undefined) unreservedRunning += runningOf(functionArn);
      if (count === undefined) reserved.delete(functionArn);
      else reserved.set(functionArn, count);
    },
  };
}
