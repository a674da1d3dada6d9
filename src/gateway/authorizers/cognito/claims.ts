import { javaDate } from '../../text/index.ts';

/** Claims whose numbers are moments; REST APIs give them as dates. */
const MOMENTS = new Set(['exp', 'iat']);
/** The last second of a Date (ECMAScript, "Time Values and Time Range"). */
const LAST_SECOND = 8.64e12;

/** A token's claims as texts, as backends of REST APIs get them. */
export function claimTexts(claims: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(claims)) {
    if (value == null) continue;
    const isMoment = MOMENTS.has(name) && typeof value === 'number' && Math.abs(value) <= LAST_SECOND;
    texts[name] = isMoment ? javaDate(value * 1000) : textOf(value);
  }
  return texts;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
