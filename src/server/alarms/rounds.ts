/** Time, for those who wait. */
export interface RoundsClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** @returns how to wait no more */
  after(ms: number, run: () => void): () => void;
}

/** Timers of Node.js hold no longer. */
const MOST_MS = 2_147_483_647;

/** Work that comes in rounds: never two at once, the next when it is due or when there is news. */
export interface Rounds {
  /** There is news: a round begins now, or when the one that runs has ended. */
  wake(): void;
  /** Begins no more, and waits for the one that runs. */
  stop(): Promise<void>;
}

/**
 * @param round does what is due. @returns when something is due next; undefined when nothing is, and then there is no timer
 * @param failed told of a round that failed; it is tried again after `retryMs`
 */
export function startRounds(
  round: (nowMs: number) => Promise<number | undefined>,
  clock: RoundsClock,
  failed: (error: unknown) => void,
  retryMs = 10_000,
): Rounds {
  let running: Promise<void> | undefined;
  let hasNews = false;
  let isStopped = false;
  let cancel: (() => void) | undefined;

  async function run(): Promise<void> {
    cancel?.();
    cancel = undefined;
    let dueAtMs: number | undefined;
    do {
      hasNews = false;
      dueAtMs = await round(clock.now()).catch((error: unknown) => {
        failed(error);
        return clock.now() + retryMs;
      });
    } while (hasNews && !isStopped);
    running = undefined;
    if (dueAtMs === undefined || isStopped) return;
    cancel = clock.after(Math.min(MOST_MS, Math.max(0, dueAtMs - clock.now())), wake);
  }

  function wake(): void {
    if (isStopped) return;
    if (running) hasNews = true;
    else running = run();
  }

  return {
    wake,
    async stop() {
      isStopped = true;
      cancel?.();
      await running;
    },
  };
}
