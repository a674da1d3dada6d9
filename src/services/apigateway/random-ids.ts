import type { IdMakers } from './context.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Identifiers in the format that AWS shows (recorded answers: `oc9q3412bd` for an API, `kpr7ad` for a resource).
 * @param randomInt a uniformly distributed whole number from 0 up to, not including, `bound`
 */
export function randomIds(randomInt: (bound: number) => number): IdMakers {
  const make = (length: number): string =>
    Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return { restApiId: () => make(10), entityId: () => make(6) };
}
