/**
 * Counting requests against limits, purely: token buckets for rates, day logs for quotas, and leases that let several
 * processes count against one ledger without asking it for every request. Time comes in as a parameter, nothing has a
 * timer, and what says nothing any more (a bucket that is full again, a stock that is spent) is dropped.
 */
export { type BucketLevel, BucketTable } from './bucket-table.ts';
export { type Ask, type Lease, LeasedPermits, type Unspent } from './leased-permits.ts';
export { RATE_LIMITS } from './limits.ts';
export {
  type DailyUsage,
  dailyRows,
  extendQuota,
  NO_USAGE,
  type Quota,
  type QuotaUsage,
  remainingQuota,
  useQuota,
} from './quota.ts';
export { dayOf, daysBetween, type QuotaPeriod, type QuotaPeriodType, quotaPeriod } from './quota-period.ts';
export { type Rate, TokenBucket } from './token-bucket.ts';
export { leaseTokens } from './token-ledger.ts';
