import type { BucketTable } from './bucket-table.ts';
import type { Ask, Lease } from './leased-permits.ts';
import { RATE_LIMITS } from './limits.ts';
import type { Rate } from './token-bucket.ts';

/**
 * Leases tokens of the one true bucket to a process that serves requests. What waits gets tokens while there are any; on
 * top of that a process holds at most 1 % of the burst or of a second's rate, whichever is more.
 *
 * So over any time t all processes together admit at most `burst + rate * t` and those holdings: at a steady load nothing
 * beyond the rate, and in the worst second 1 % of it a process.
 */
export function leaseTokens(buckets: BucketTable, ask: Ask<Rate>, nowMs: number): Lease {
  const { id, terms: rate, waiting, spare, held, unspent } = ask;
  const bucket = buckets.bucket(id, rate, nowMs);
  if (unspent > 0) bucket.giveBack(unspent, nowMs);
  const most = Math.floor(Math.max(rate.burst, rate.perSecond) * RATE_LIMITS.leaseShare) - held;
  const granted = bucket.take(waiting + Math.max(0, Math.min(spare, most)), nowMs);
  const isShort = granted === 0 || granted < waiting;
  return {
    granted,
    validUntilMs: nowMs + RATE_LIMITS.tokenLeaseMs,
    deniedUntilMs: isShort ? Math.min(bucket.nextTokenAtMs(nowMs), nowMs + RATE_LIMITS.denialMs) : nowMs,
  };
}
