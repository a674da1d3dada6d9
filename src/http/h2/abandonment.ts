/** Counts what a client begins and gives up: a bucket that fills again with time. */
export interface Abandonment {
  /**
   * Counts one more.
   * @param nowMs on any clock; when it is set back, no time counts as passed
   * @returns whether the client has gone too far
   */
  count(nowMs: number): boolean;
}

/** @param burst so many at once are borne, @param perSecond and so many a second in the long run */
export function createAbandonment(burst: number, perSecond: number): Abandonment {
  let left = burst;
  let lastMs: number | undefined;
  return {
    count(nowMs) {
      const passedMs = Math.max(0, nowMs - (lastMs ?? nowMs));
      lastMs = nowMs;
      left = Math.min(burst, left + (passedMs / 1_000) * perSecond) - 1;
      return left < 0;
    },
  };
}
