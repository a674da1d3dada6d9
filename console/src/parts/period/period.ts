/** A stretch of time that a page shows. */
export interface Period {
  readonly startMs: number;
  readonly endMs: number;
}

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A period as the address keeps it: so long until now, or from one moment to another. */
export type ChosenPeriod =
  | { readonly type: 'relative'; readonly amount: number; readonly unit: Unit }
  | { readonly type: 'absolute'; readonly startDate: string; readonly endDate: string };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const UNIT_MS: Readonly<Record<Unit, number>> = {
  second: 1_000,
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  year: 365 * DAY_MS,
};
const RELATIVE = /^(\d{1,4})(second|minute|hour|day|week|month|year)$/;

/** `12hour`, or `START~END`; undefined for what is neither. */
export function readPeriod(text: string): ChosenPeriod | undefined {
  const [, amount, unit] = RELATIVE.exec(text) ?? [];
  if (amount !== undefined && Number(amount) > 0)
    return { type: 'relative', amount: Number(amount), unit: unit as Unit };
  const [startDate = '', endDate = ''] = text.split('~');
  if (!(Date.parse(startDate) < Date.parse(endDate))) return undefined;
  return { type: 'absolute', startDate, endDate };
}

export function writePeriod(chosen: ChosenPeriod): string {
  if (chosen.type === 'relative') return `${chosen.amount}${chosen.unit}`;
  return `${new Date(chosen.startDate).toISOString()}~${new Date(chosen.endDate).toISOString()}`;
}

/** In whole minutes, the one that has begun included. */
export function periodAt(chosen: ChosenPeriod, nowMs: number): Period {
  if (chosen.type === 'absolute') {
    return { startMs: Date.parse(chosen.startDate), endMs: Date.parse(chosen.endDate) };
  }
  const endMs = Math.ceil(nowMs / MINUTE_MS) * MINUTE_MS;
  return { startMs: endMs - chosen.amount * UNIT_MS[chosen.unit], endMs };
}

/** The stretch of the same length before. */
export function previousOf({ startMs, endMs }: Period): Period {
  return { startMs: startMs - (endMs - startMs), endMs: startMs };
}

const STEPS_SECONDS = [60, 300, 900, 1_800, 3_600, 10_800, 21_600, 86_400] as const;
/** More points in a line cannot be told apart. */
const POINTS = 72;

/** How far the points of a chart lie apart, in seconds. */
export function stepOf({ startMs, endMs }: Period): number {
  const seconds = (endMs - startMs) / 1_000;
  return STEPS_SECONDS.find((step) => seconds / step <= POINTS) ?? 86_400;
}

/** The longest period that CloudWatch has, or the whole stretch where it is shorter; in seconds. */
export function wholeOf({ startMs, endMs }: Period): number {
  return Math.min(86_400, Math.max(60, Math.ceil((endMs - startMs) / MINUTE_MS) * 60));
}
