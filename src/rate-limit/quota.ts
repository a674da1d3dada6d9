import { RATE_LIMITS } from './limits.ts';
import { dayOf, type QuotaPeriodType, quotaPeriod } from './quota-period.ts';

/** A quota (API reference, `QuotaSettings`; fact D116). */
export interface Quota {
  /** Requests a period. */
  readonly limit: number;
  /** Requests that the first period has less. */
  readonly offset: number;
  readonly period: QuotaPeriodType;
}

/**
 * What one key has used of one plan: requests by day, from which every period's use follows, also after the plan's period
 * was changed.
 */
export interface QuotaUsage {
  /** By day in UTC, such as `2025-07-02`; days without a request are not there. */
  readonly days: Readonly<Record<string, number>>;
  /** The day of the first request ever: its period is the first one. Undefined before it. */
  readonly firstDay?: string;
  /** An extension (or a cut) of one period's quota, granted by `UpdateUsage`. */
  readonly extension?: { readonly periodStart: string; readonly requests: number };
}

export const NO_USAGE: QuotaUsage = { days: {} };

/** One day of a report: requests of the day, and what was left of the period at its end (API reference, `Usage`). */
export type DailyUsage = readonly [used: number, remaining: number];

/** Requests left in the period that holds `nowMs`, counting those up to now. Never below 0. */
export function remainingQuota(usage: QuotaUsage, quota: Quota, nowMs: number): number {
  const start = dayOf(quotaPeriod(quota.period, nowMs).startMs);
  const isFirst = usage.firstDay === undefined || usage.firstDay >= start;
  const extension = usage.extension?.periodStart === start ? usage.extension.requests : 0;
  const allowed = quota.limit - (isFirst ? quota.offset : 0) + extension;
  return Math.max(0, allowed - usedBetween(usage, start, dayOf(nowMs)));
}

/**
 * Counts requests on the day of `nowMs`. A negative number takes some back, but none of another day: what was leased
 * before midnight and comes back after it stays used.
 */
export function useQuota(usage: QuotaUsage, requests: number, nowMs: number): QuotaUsage {
  const today = dayOf(nowMs);
  const used = Math.max(0, (usage.days[today] ?? 0) + requests);
  const days = usage.days[today] === undefined ? withoutOldDays(usage.days, nowMs) : usage.days;
  return { ...usage, firstDay: usage.firstDay ?? today, days: { ...days, [today]: used } };
}

/** Sets what is left of the running period (API reference, `UpdateUsage`; fact D117). */
export function extendQuota(usage: QuotaUsage, quota: Quota, remaining: number, nowMs: number): QuotaUsage {
  const periodStart = dayOf(quotaPeriod(quota.period, nowMs).startMs);
  const { extension: _, ...plain } = usage;
  const isFirst = usage.firstDay === undefined || usage.firstDay >= periodStart;
  const allowed = quota.limit - (isFirst ? quota.offset : 0);
  const used = usedBetween(usage, periodStart, dayOf(nowMs));
  return { ...plain, extension: { periodStart, requests: remaining + used - allowed } };
}

/** The report for some days, each with what was left at its end by the quota as it is now. */
export function dailyRows(usage: QuotaUsage, quota: Quota, days: readonly string[]): readonly DailyUsage[] {
  return days.map((day) => [usage.days[day] ?? 0, remainingQuota(usage, quota, Date.parse(day))]);
}

function usedBetween({ days }: QuotaUsage, first: string, last: string): number {
  let used = 0;
  for (const [day, requests] of Object.entries(days)) if (day >= first && day <= last) used += requests;
  return used;
}

function withoutOldDays(days: QuotaUsage['days'], nowMs: number): QuotaUsage['days'] {
  const oldest = dayOf(nowMs - RATE_LIMITS.usageDays * 86_400_000);
  return Object.fromEntries(Object.entries(days).filter(([day]) => day >= oldest));
}
