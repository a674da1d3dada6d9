/** How long a quota lasts (API reference, `QuotaSettings.period`). */
export type QuotaPeriodType = 'DAY' | 'WEEK' | 'MONTH';

/** One period, in epoch milliseconds. */
export interface QuotaPeriod {
  readonly startMs: number;
  /** The first moment after it. */
  readonly endMs: number;
}

const DAY_MS = 86_400_000;
/** 1970-01-05, the first Monday of the epoch. */
const A_MONDAY_MS = 4 * DAY_MS;

/**
 * The period that holds a moment. Days, weeks and months are those of UTC (fact D116), weeks begin on Monday (ISO 8601):
 * AWS documents neither.
 */
export function quotaPeriod(type: QuotaPeriodType, nowMs: number): QuotaPeriod {
  if (type === 'MONTH') {
    const now = new Date(nowMs);
    const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
    return { startMs: Date.UTC(year, month, 1), endMs: Date.UTC(year, month + 1, 1) };
  }
  const [lengthMs, originMs] = type === 'DAY' ? [DAY_MS, 0] : [7 * DAY_MS, A_MONDAY_MS];
  const startMs = nowMs - modulo(nowMs - originMs, lengthMs);
  return { startMs, endMs: startMs + lengthMs };
}

/** `2025-07-02`, in UTC. */
export function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}

/** Every day from the first to the last, both included; none when the last comes before the first. */
export function daysBetween(first: string, last: string): readonly string[] {
  const [firstMs, lastMs] = [Date.parse(first), Date.parse(last)];
  const count = Math.max(0, Math.round((lastMs - firstMs) / DAY_MS) + 1);
  return Array.from({ length: count }, (_, index) => dayOf(firstMs + index * DAY_MS));
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
