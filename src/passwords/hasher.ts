import { createGate } from './gate.ts';
import { hashPassword, hashText, isPassword } from './hash.ts';
import { HASH, HASHING, PASSWORD_TERMS, type ScryptTerms } from './terms.ts';

/** Makes and checks hashes, a few at a time. Slow by design; do it outside of transactions. */
export interface PasswordHasher {
  /** @throws what `tooMany` makes, when too many wait already; so does `matches` */
  hash(password: string): Promise<string>;
  /** Takes as long where there is no hash, so that time does not tell who exists. */
  matches(password: string, hashed: string | undefined): Promise<boolean>;
}

export interface PasswordHasherOptions {
  /** Random bytes that nobody can guess. */
  randomBytes(count: number): Uint8Array;
  /** Of new hashes. */
  readonly terms?: ScryptTerms;
  /** How a service refuses for want of time. */
  tooMany(): Error;
}

export function createPasswordHasher(options: PasswordHasherOptions): PasswordHasher {
  const { randomBytes, terms = PASSWORD_TERMS, tooMany } = options;
  const gate = createGate(HASHING, tooMany);
  const random = (count: number) => Buffer.from(randomBytes(count));
  // Of no password that anybody knows. Nothing is computed for it, so that the first who asks waits no longer, either.
  let nobodys: string | undefined;
  return {
    hash: (password) => gate.run(() => hashPassword(password, random(HASH.saltBytes), terms)),
    async matches(password, hashed) {
      nobodys ??= hashText(random(HASH.saltBytes), random(HASH.keyBytes), terms);
      const known = hashed ?? nobodys;
      return (await gate.run(() => isPassword(password, known))) && hashed !== undefined;
    },
  };
}
