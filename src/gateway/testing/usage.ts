import type { QuotaTerms, UsagePlanSnapshot } from '../../model/index.ts';
import {
  type Ask,
  BucketTable,
  type Lease,
  leaseTokens,
  NO_USAGE,
  type QuotaUsage,
  remainingQuota,
  useQuota,
} from '../../rate-limit/index.ts';
import type { GatewayEnvironment } from '../gateway.ts';

/** What a gateway gets from the control process for keys and plans. */
export type TestUsage = Pick<GatewayEnvironment, 'loadUsagePlans' | 'leaseTokens' | 'leaseQuota'>;

const NOTHING: Omit<UsagePlanSnapshot, 'scope'> = { revision: 0, keys: [], plans: [] };

/** Ledgers in memory, and keys and plans as given. Quotas are leased request by request. */
export function usageOf(plans: Omit<UsagePlanSnapshot, 'scope'>): TestUsage {
  const buckets = new BucketTable();
  const used = new Map<string, QuotaUsage>();
  return {
    loadUsagePlans: async (scope) => ({ scope, ...plans }),
    leaseTokens: async (ask) => leaseTokens(buckets, ask, Date.now()),
    async leaseQuota({ id, terms, waiting }: Ask<QuotaTerms>): Promise<Lease> {
      const nowMs = Date.now();
      const granted = Math.min(waiting, remainingQuota(used.get(id) ?? NO_USAGE, terms.quota, nowMs));
      used.set(id, useQuota(used.get(id) ?? NO_USAGE, granted, nowMs));
      return { granted, validUntilMs: nowMs + 1_000, deniedUntilMs: granted < waiting ? nowMs + 1_000 : nowMs };
    },
  };
}

export const NO_USAGE_PLANS: TestUsage = usageOf(NOTHING);
