import type { QuotaTerms, Scope } from '../../../model/index.ts';
import {
  type Ask,
  dayOf,
  extendQuota,
  type Lease,
  NO_USAGE,
  type QuotaUsage,
  quotaPeriod,
  RATE_LIMITS,
  remainingQuota,
  type Unspent,
  useQuota,
} from '../../../rate-limit/index.ts';
import type { Store } from '../../../store/index.ts';
import type { UsageCounters, UsageMember } from '../context.ts';
import { documentId, usages } from '../documents/index.ts';
import { WriteBehind } from './write-behind.ts';

/** The counters of all quotas of the installation. */
export interface UsageLedger extends UsageCounters {
  /** Counts requests as used and lets a process serve them. What was used is on disk before this resolves. */
  lease(ask: Ask<QuotaTerms>): Promise<Lease>;
  /** Requests that were leased and not served. */
  giveBack(unspent: readonly Unspent<QuotaTerms>[]): void;
  /** Forgets everything, after the store was emptied. */
  clear(): void;
  /** Writes the counters as they are. */
  close(): Promise<void>;
}

/** A member's counter in memory. */
interface Account {
  readonly scope: Scope;
  readonly id: string;
  usage: QuotaUsage;
  /** What is on disk as used on a day, or on its way there: as much as `usage` or more. */
  reserved: { readonly day: string; readonly used: number };
  /** Resolves when `reserved` is on disk. */
  written: Promise<void>;
  usedAtMs: number;
  forgotten: boolean;
}

/**
 * Every request is on disk as used before it is leased, so a crash never gives quota back. To write seldom, a block of the
 * quota is written ahead: 1 % of the limit, nothing for limits below 100. A crash of the control process costs a key at
 * most that block and what workers held of it (1 % each); an orderly stop costs nothing.
 *
 * @param reclaim makes every process that serves give back what it has not spent
 */
export function createUsageLedger(options: {
  readonly store: Store;
  now(): number;
  reclaim(): Promise<void>;
}): UsageLedger {
  const { store, now, reclaim } = options;
  const accounts = new Map<string, Promise<Account>>();
  let sweepAt = FIRST_SWEEP;
  const writer = new WriteBehind<Account>((batch) =>
    store.transact(async (tx) => {
      for (const account of batch) {
        if (!account.forgotten) await tx.put(usages, account.scope, account.id, asReserved(account));
      }
    }),
  );

  function accountOf(scope: Scope, { planId, keyId }: UsageMember): Promise<Account> {
    const key = usageId(scope, planId, keyId);
    const known = accounts.get(key);
    if (known !== undefined) return known;
    if (accounts.size >= sweepAt) sweep();
    const loading = load(scope, documentId(planId, keyId));
    accounts.set(key, loading);
    loading.catch(() => accounts.delete(key));
    return loading;
  }

  /** Writes counters that nobody used lately as they are, and lets go of them unless somebody did in the meantime. */
  function sweep(): void {
    const oldestMs = now() - IDLE_MS;
    for (const id of accounts.keys()) {
      change(id, (account) => {
        if (account.usedAtMs >= oldestMs) return;
        const isOnDisk = !isAhead(account);
        account.reserved = NOTHING_RESERVED;
        (isOnDisk ? writer.drained() : writer.put(account)).then(
          () => account.usedAtMs < oldestMs && accounts.delete(id),
          () => undefined,
        );
      });
    }
    sweepAt = Math.max(FIRST_SWEEP, accounts.size * 2);
  }

  async function load(scope: Scope, id: string): Promise<Account> {
    const usage = (await store.get(usages, scope, id))?.value ?? NO_USAGE;
    const day = dayOf(now());
    return {
      scope,
      id,
      usage,
      reserved: { day, used: usage.days[day] ?? 0 },
      written: Promise.resolve(),
      usedAtMs: now(),
      forgotten: false,
    };
  }

  /** Changes a counter if it is in memory; one that cannot be read is none. */
  function change(id: string, effect: (account: Account) => void): void {
    accounts.get(id)?.then(effect, () => undefined);
  }

  /** Resolves when as much as is used today is on disk. */
  function reserve(account: Account, block: number): Promise<void> {
    const day = dayOf(now());
    const used = account.usage.days[day] ?? 0;
    if (account.reserved.day === day && account.reserved.used >= used) return account.written;
    account.reserved = { day, used: used + block };
    account.written = writer.put(account).catch((error: unknown) => {
      account.reserved = NOTHING_RESERVED;
      throw error;
    });
    return account.written;
  }

  /** Counts requests, or none of them when that cannot be written. */
  async function count(account: Account, requests: number, block: number): Promise<void> {
    account.usage = useQuota(account.usage, requests, now());
    try {
      await reserve(account, block);
    } catch (error) {
      account.usage = useQuota(account.usage, -requests, now());
      throw error;
    }
  }

  return {
    async lease({ terms, waiting, spare, held, unspent }) {
      const { quota, scope } = terms;
      const account = await accountOf(scope, terms);
      const nowMs = now();
      account.usedAtMs = nowMs;
      if (unspent > 0) account.usage = useQuota(account.usage, -unspent, nowMs);
      const block = Math.floor(quota.limit * RATE_LIMITS.leaseShare);
      const wanted = waiting + Math.max(0, Math.min(spare, block - held));
      const granted = Math.min(wanted, remainingQuota(account.usage, quota, nowMs));
      if (granted > 0) await count(account, granted, block);
      const { endMs } = quotaPeriod(quota.period, nowMs);
      return {
        granted,
        validUntilMs: Math.min(endMs, nowMs + RATE_LIMITS.quotaLeaseMs),
        deniedUntilMs: granted === 0 || granted < waiting ? Math.min(endMs, nowMs + RATE_LIMITS.denialMs) : nowMs,
      };
    },

    giveBack(unspent) {
      for (const { terms, unspent: requests } of unspent) {
        change(usageId(terms.scope, terms.planId, terms.keyId), (account) => {
          account.usage = useQuota(account.usage, -requests, now());
        });
      }
    },

    async usageOf(scope, planId, keyIds) {
      await reclaim();
      const used = new Map<string, QuotaUsage>();
      for (const keyId of keyIds) {
        const { usage } = await accountOf(scope, { planId, keyId });
        if (usage !== NO_USAGE) used.set(keyId, usage);
      }
      return used;
    },

    async extend(scope, member, quota, remaining) {
      await reclaim();
      const account = await accountOf(scope, member);
      account.usage = extendQuota(account.usage, quota, remaining, now());
      await writer.put(account);
      return account.usage;
    },

    async forget(scope, members) {
      await reclaim();
      for (const { planId, keyId } of members) {
        const id = usageId(scope, planId, keyId);
        change(id, markForgotten);
        accounts.delete(id);
      }
    },

    clear() {
      for (const id of accounts.keys()) change(id, markForgotten);
      accounts.clear();
    },

    async close() {
      await writer.drained();
      const all = await Promise.all(accounts.values());
      const ahead = all.filter((account) => !account.forgotten && isAhead(account));
      await store.transact(async (tx) => {
        for (const { scope, id, usage } of ahead) await tx.put(usages, scope, id, usage);
      });
    },
  };
}

/** How many counters are in memory before idle ones are let go for the first time; later whenever they have doubled. */
const FIRST_SWEEP = 10_000;
const IDLE_MS = 600_000;

const NOTHING_RESERVED = { day: '', used: 0 };

function markForgotten(account: Account): void {
  account.forgotten = true;
}

/** Names a counter in the whole installation. */
export function usageId({ accountId, region }: Scope, planId: string, keyId: string): string {
  return `${accountId}/${region}/${planId}/${keyId}`;
}

/** Whether more is on disk than was used. */
function isAhead({ usage, reserved }: Account): boolean {
  return reserved.used > (usage.days[reserved.day] ?? 0);
}

/** What goes to disk: the day with its reserve. */
function asReserved({ usage, reserved }: Account): QuotaUsage {
  const used = usage.days[reserved.day];
  if (used === undefined || reserved.used <= used) return usage;
  return { ...usage, days: { ...usage.days, [reserved.day]: reserved.used } };
}
