/** Without those that are taken for one another: I, l, 1, O, 0. */
const KINDS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!@#$%^&*()_+-=[]{}'] as const;
const LENGTH = 20;

/**
 * A password that nobody guesses, with every kind of character that a password policy can ask for.
 * @param random a whole number below `limit`, each as likely
 */
export function generatePassword(random: (limit: number) => number = randomBelow): string {
  const pick = (characters: string): string => characters.charAt(random(characters.length));
  const all = KINDS.join('');
  const characters = [...KINDS.map(pick), ...Array.from({ length: LENGTH - KINDS.length }, () => pick(all))];
  // Fisher and Yates: the kinds must not stand first.
  for (let at = characters.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    const moved = characters[at] ?? '';
    characters[at] = characters[other] ?? '';
    characters[other] = moved;
  }
  return characters.join('');
}

/** Those that would make the first numbers likelier than the rest are drawn again. */
function randomBelow(limit: number): number {
  const fair = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < fair) return drawn % limit;
  }
}
