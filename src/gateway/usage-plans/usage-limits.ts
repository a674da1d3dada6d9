import type { QuotaTerms } from '../../model/index.ts';
import {
  type Ask,
  type BucketLevel,
  BucketTable,
  type Lease,
  LeasedPermits,
  RATE_LIMITS,
  type Rate,
  type Unspent,
} from '../../rate-limit/index.ts';

/** Where leases come from: the ledgers in the control process. */
export interface LimitLedgers {
  leaseTokens(ask: Ask<Rate>): Promise<Lease>;
  leaseQuota(ask: Ask<QuotaTerms>): Promise<Lease>;
}

/**
 * Counts requests in one process. While it is the only one that serves, it owns the token buckets and counts exactly; else it
 * leases tokens. Requests of a quota are always leased, for they must be on disk.
 */
export class UsageLimits {
  readonly #tokens: LeasedPermits<Rate>;
  readonly #quotas: LeasedPermits<QuotaTerms>;
  readonly #now: () => number;
  #owned: BucketTable | undefined;

  constructor(ledgers: LimitLedgers, now: () => number) {
    this.#tokens = new LeasedPermits((ask) => ledgers.leaseTokens(ask), RATE_LIMITS.tokenLeaseMs, now);
    this.#quotas = new LeasedPermits((ask) => ledgers.leaseQuota(ask), RATE_LIMITS.quotaLeaseMs, now);
    this.#now = now;
  }

  /** Whether a request is within its throttle; at once when that is known here. */
  takeToken(id: string, rate: Rate, nowMs: number): boolean | Promise<boolean> {
    if (this.#owned !== undefined) return this.#owned.bucket(id, rate, nowMs).take(1, nowMs) === 1;
    return this.#tokens.take(id, rate, nowMs);
  }

  /** Whether a request is within its quota; at once when that is known here. */
  takeQuota(id: string, terms: QuotaTerms, nowMs: number): boolean | Promise<boolean> {
    return this.#quotas.take(id, terms, nowMs);
  }

  /** From now on no other process counts: goes on where the ledger stood. */
  ownThrottles(levels: readonly BucketLevel[]): void {
    const nowMs = this.#now();
    const owned = new BucketTable();
    owned.takeOver(levels, nowMs);
    for (const { id, terms, unspent } of this.#tokens.settle(nowMs, true)) {
      owned.bucket(id, terms, nowMs).giveBack(unspent, nowMs);
    }
    this.#owned = owned;
  }

  /** From now on others count, too: gives the buckets to the ledger and leases from it. */
  shareThrottles(): readonly BucketLevel[] {
    const levels = this.levels();
    this.#owned = undefined;
    return levels;
  }

  /** The buckets that are counted here alone, but for full ones. */
  levels(): readonly BucketLevel[] {
    return this.#owned?.levels(this.#now()) ?? [];
  }

  /** Requests of quotas that were leased and not served, on their way back: of leases that ran out, or all. */
  settle(all: boolean): readonly Unspent<QuotaTerms>[] {
    const nowMs = this.#now();
    this.#tokens.settle(nowMs, false);
    return this.#quotas.settle(nowMs, all);
  }
}
