/** A length of time, such as that of a bin. */
export interface Period {
  readonly count: number;
  readonly unit: PeriodUnit;
}

type PeriodUnit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'mo' | 'q' | 'y';

const UNITS: readonly (readonly [unit: PeriodUnit, names: readonly string[]])[] = [
  ['ms', ['millisecond', 'ms', 'msec']],
  ['s', ['second', 's', 'sec']],
  ['m', ['minute', 'm', 'min']],
  ['h', ['hour', 'h', 'hr']],
  ['d', ['day', 'd']],
  ['w', ['week', 'w']],
  ['mo', ['month', 'mo', 'mon']],
  ['q', ['quarter', 'q', 'qtr']],
  ['y', ['year', 'y', 'yr']],
];

/** "The cap for ms is 1000, the caps for s and m are 60, and the cap for h is 24" (user guide, "Datetime functions"). */
const CAPS: Readonly<Partial<Record<PeriodUnit, number>>> = { ms: 1000, s: 60, m: 60, h: 24 };

const UNIT_MS: Readonly<Partial<Record<PeriodUnit, number>>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const UNIT_MONTHS: Readonly<Partial<Record<PeriodUnit, number>>> = { mo: 1, q: 3, y: 12 };

/** The epoch was a Thursday; weeks begin on Monday. */
const FIRST_MONDAY_MS = 4 * 86_400_000;

/** Reads a count and the name of a unit. Undefined when there is no such unit, or the count is none. */
export function periodOf(count: number, unitName: string): Period | undefined {
  const name = unitName.toLowerCase();
  const found = UNITS.find(([, names]) =>
    names.some((each) => name === each || (each.length > 1 && name === `${each}s`)),
  );
  if (found === undefined || !Number.isInteger(count) || count < 1) return undefined;
  const [unit] = found;
  return { count: Math.min(count, CAPS[unit] ?? 10_000), unit };
}

/** The start of the period that a time lies in, in UTC. Milliseconds since the epoch, both. */
export function floorTo(timeMs: number, { count, unit }: Period): number {
  const months = UNIT_MONTHS[unit];
  if (months !== undefined) {
    const date = new Date(timeMs);
    const index = date.getUTCFullYear() * 12 + date.getUTCMonth();
    return new Date(0).setUTCFullYear(1970, index - (index % (months * count)) - 1970 * 12);
  }
  const length = (UNIT_MS[unit] ?? 1) * count;
  const offset = unit === 'w' ? FIRST_MONDAY_MS : 0;
  return Math.floor((timeMs - offset) / length) * length + offset;
}

/** The start of the period after a time, or the time itself when it is the start of one. */
export function ceilTo(timeMs: number, period: Period): number {
  const floor = floorTo(timeMs, period);
  if (floor === timeMs) return timeMs;
  const months = UNIT_MONTHS[period.unit];
  if (months === undefined) return floor + (UNIT_MS[period.unit] ?? 1) * period.count;
  const date = new Date(floor);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months * period.count);
}
