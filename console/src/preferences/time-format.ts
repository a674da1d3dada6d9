import { preferences } from './preferences.ts';

const formats = new WeakMap<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>();

/**
 * How moments are written: what of them is the place's to say, the time zone and the clock are the user's.
 * @param options the same object at every call, since making a format takes a while
 */
export function timeFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { zone, clock } = preferences();
  const known = formats.get(options) ?? new Map<string, Intl.DateTimeFormat>();
  formats.set(options, known);
  const key = `${zone} ${clock}`;
  const format =
    known.get(key) ??
    new Intl.DateTimeFormat('en', { ...options, hourCycle: clock, ...(zone === 'utc' && { timeZone: 'UTC' }) });
  known.set(key, format);
  return format;
}
