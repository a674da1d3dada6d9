/** A clock that a test moves. Short waits pass by themselves; long ones wait until the test lets the time pass. */
export interface TestClock {
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Moves on, and lets everything that was due go on. */
  advance(ms: number): void;
}

/** @param autoMs waits up to this long pass at once, as when polling */
export function createTestClock(startMs: number, autoMs = 60_000): TestClock {
  let nowMs = startMs;
  const waiting = new Set<{ readonly dueMs: number; readonly resolve: () => void }>();
  return {
    now: () => nowMs,
    wait(ms, signal) {
      if (ms <= autoMs) {
        nowMs += ms;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const entry = { dueMs: nowMs + ms, resolve };
        waiting.add(entry);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        if (signal.aborted) reject(signal.reason);
      });
    },
    advance(ms) {
      nowMs += ms;
      for (const entry of waiting) {
        if (entry.dueMs > nowMs) continue;
        waiting.delete(entry);
        entry.resolve();
      }
    },
  };
}
