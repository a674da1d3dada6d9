import type { PoolIds } from './context.ts';

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const CAPITALS = SMALL.toUpperCase();
/** Some of those that a password policy counts as symbols. */
const SYMBOLS = '!#$%*+-=?@';

/**
 * Identifiers in the formats of the API reference, and secrets.
 * @param random a uniformly distributed whole number from 0 up to, not including, `bound`; nobody may foresee it
 */
export function poolIds(random: (bound: number) => number, { uuid, bytes }: Pick<PoolIds, 'uuid' | 'bytes'>): PoolIds {
  const pick = (alphabet: string) => alphabet.charAt(random(alphabet.length));
  const make = (length: number, alphabet: string) => Array.from({ length }, () => pick(alphabet)).join('');
  return {
    poolId: (region) => `${region}_${make(9, SMALL + CAPITALS + DIGITS)}`,
    clientId: () => make(26, SMALL + DIGITS),
    clientSecret: () => make(52, SMALL + DIGITS),
    code: () => make(6, DIGITS),
    temporaryPassword(length) {
      const one = [SMALL, CAPITALS, DIGITS, SYMBOLS].map(pick);
      const rest = Array.from({ length: Math.max(length, 12) - one.length }, () => pick(SMALL + CAPITALS + DIGITS));
      return shuffle([...one, ...rest], random).join('');
    },
    uuid,
    bytes,
  };
}

/** Fisher and Yates. */
function shuffle(items: readonly string[], random: (bound: number) => number): readonly string[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] ?? '', mixed[at] ?? ''];
  }
  return mixed;
}
