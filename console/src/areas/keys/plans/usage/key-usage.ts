const DAY_MS = 86_400_000;

/** What one key used of a plan, a row a day. */
export interface KeyUsage {
  readonly keyId: string;
  readonly days: readonly { readonly date: string; readonly used: number }[];
  /** In all of these days. */
  readonly used: number;
  /** What is left of the quota's period at the end of the last day. */
  readonly remaining: number;
}

/** The last days until today, oldest first, as `GetUsage` writes them: by UTC. */
export function lastDays(count: number, nowMs: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(nowMs - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** @param rows `[used, remaining]` of each day, as `GetUsage` answers */
export function keyUsage(keyId: string, dates: readonly string[], rows: readonly (readonly number[])[]): KeyUsage {
  const days = dates.map((date, index) => ({ date, used: rows[index]?.[0] ?? 0 }));
  return {
    keyId,
    days,
    used: days.reduce((sum, { used }) => sum + used, 0),
    remaining: rows.at(-1)?.[1] ?? 0,
  };
}

/** The same days of several keys together. */
export function totalDays(usages: readonly KeyUsage[]): KeyUsage['days'] {
  const [first] = usages;
  return (first?.days ?? []).map(({ date }, index) => ({
    date,
    used: usages.reduce((sum, { days }) => sum + (days[index]?.used ?? 0), 0),
  }));
}
