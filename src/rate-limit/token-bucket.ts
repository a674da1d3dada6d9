/** A throttle: a bucket of `burst` tokens that fills by `perSecond` (guide, "Throttle API requests"; fact D113). */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** One token bucket. It begins full; a request takes a token. */
export class TokenBucket {
  #rate: Rate;
  #level: number;
  #atMs: number;

  constructor(rate: Rate, nowMs: number, level: number = rate.burst) {
    this.#rate = rate;
    this.#level = Math.min(level, rate.burst);
    this.#atMs = nowMs;
  }

  get rate(): Rate {
    return this.#rate;
  }

  /** Goes on with another rate; what was taken stays taken, and nothing above the new burst is kept. */
  adjust(rate: Rate, nowMs: number): void {
    this.level(nowMs);
    this.#rate = rate;
    this.#level = Math.min(this.#level, rate.burst);
  }

  /** The tokens that are there, with fractions. A clock that steps back fills nothing. */
  level(nowMs: number): number {
    if (nowMs <= this.#atMs) return this.#level;
    const { perSecond, burst } = this.#rate;
    this.#level = Math.min(burst, this.#level + ((nowMs - this.#atMs) * perSecond) / 1_000);
    this.#atMs = nowMs;
    return this.#level;
  }

  /** Takes up to `wanted` whole tokens and gives how many. A rate or burst of 0 never gives any (fact D115). */
  take(wanted: number, nowMs: number): number {
    if (this.#rate.perSecond <= 0) return 0;
    const taken = Math.min(wanted, Math.floor(this.level(nowMs)));
    this.#level -= taken;
    return taken;
  }

  /** Tokens that were taken and not needed come back. */
  giveBack(tokens: number, nowMs: number): void {
    this.#level = Math.min(this.#rate.burst, this.level(nowMs) + tokens);
  }

  /** When the next whole token will be there, in epoch milliseconds; `Infinity` when never. */
  nextTokenAtMs(nowMs: number): number {
    const { perSecond, burst } = this.#rate;
    if (perSecond <= 0 || burst < 1) return Number.POSITIVE_INFINITY;
    const missing = 1 - this.level(nowMs);
    return missing <= 0 ? nowMs : nowMs + Math.ceil((missing * 1_000) / perSecond);
  }

  /** A full bucket is like one that was never used. */
  isFull(nowMs: number): boolean {
    return this.level(nowMs) >= this.#rate.burst;
  }
}
