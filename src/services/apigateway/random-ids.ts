import type { IdMakers } from './context.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const KEY_ALPHABET = `${ALPHABET}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/**
 * Identifiers in the format that AWS shows (recorded answers: `oc9q3412bd` for an API, `kpr7ad` for a resource).
 * @param randomInt a uniformly distributed whole number from 0 up to, not including, `bound`; nobody may foresee it, for
 *   values of API keys are made of it
 */
export function randomIds(randomInt: (bound: number) => number): IdMakers {
  const make = (length: number, alphabet = ALPHABET): string =>
    Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return {
    restApiId: () => make(10),
    entityId: () => make(6),
    apiKeyId: () => make(10),
    apiKeyValue: () => make(40, KEY_ALPHABET),
  };
}
