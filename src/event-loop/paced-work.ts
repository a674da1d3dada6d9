import { setTimeout as sleep } from 'node:timers/promises';

/** How work is divided. */
export interface Pace {
  /** After so much of it there is a rest. */
  readonly atOnceMs: number;
  readonly restMs: number;
  /** While more pieces wait than these, none is rested for: they would come faster than they are done. */
  readonly mostWaiting: number;
}

/** Ours: a request that finds the processor taken does not notice the one; in the other, those that have gathered meanwhile are served. */
const PACE: Pace = { atOnceMs: 0.4, restMs: 10, mostWaiting: 32 };

/** Time, for those who rest. */
export interface RestClock {
  /** Milliseconds that never go backwards. */
  nowMs(): number;
  sleep(ms: number): Promise<void>;
}

const REAL: RestClock = { nowMs: () => performance.now(), sleep: (ms) => sleep(ms) };

/**
 * Does work that nobody waits for, one piece after the other in the order of their coming, with rests in between: whoever waits for this process,
 * or for the processor that it is on, waits for a part of it and not for all.
 */
export class PacedWork {
  readonly #pace: Pace;
  readonly #isUrgent: () => boolean;
  readonly #clock: RestClock;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();
  #workedMs = 0;
  #endedAtMs = 0;

  /** @param isUrgent whether somebody waits for it after all; asked before each rest, which there is none of then */
  constructor(pace: Partial<Pace> = {}, isUrgent: () => boolean = () => false, clock = REAL) {
    this.#pace = { ...PACE, ...pace };
    this.#isUrgent = isUrgent;
    this.#clock = clock;
  }

  /** Resolves with what the piece gives when it is done, and rejects as it does; the next is done all the same. */
  add<Result>(piece: () => Result | Promise<Result>): Promise<Result> {
    this.#waiting += 1;
    const done = this.#last.then(() => this.#do(piece));
    this.#last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** Resolves when all that has been added until now is done. */
  done(): Promise<void> {
    return this.#last;
  }

  async #do<Result>(piece: () => Result | Promise<Result>): Promise<Result> {
    const { atOnceMs, restMs, mostWaiting } = this.#pace;
    const isDue = this.#workedMs >= atOnceMs && this.#waiting <= mostWaiting && !this.#isUrgent();
    const leftMs = isDue ? this.#endedAtMs + restMs - this.#clock.nowMs() : 0;
    if (leftMs > 0) await this.#clock.sleep(leftMs);
    const beganMs = this.#clock.nowMs();
    if (leftMs > 0 || beganMs - this.#endedAtMs >= restMs) this.#workedMs = 0;
    this.#waiting -= 1;
    try {
      return await piece();
    } finally {
      this.#endedAtMs = this.#clock.nowMs();
      this.#workedMs += this.#endedAtMs - beganMs;
    }
  }
}
