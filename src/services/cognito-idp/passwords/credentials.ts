import { createPasswordHasher, HASH } from '../../../passwords/index.ts';
import type { CognitoContext } from '../context.ts';
import type { UserCredentials, UserPool } from '../documents/index.ts';
import { tooManyRequests } from '../errors.ts';
import { srpVerifier } from '../srp/index.ts';

/** Makes and checks what the store keeps of passwords. Slow by design; do it outside of transactions. */
export interface Passwords {
  /** @param expiresAtMs of a temporary password */
  make(pool: UserPool, username: string, password: string, expiresAtMs?: number): Promise<UserCredentials>;
  /** Takes as long where there are no credentials, so that time does not tell who exists. */
  matches(password: string, credentials: UserCredentials | undefined): Promise<boolean>;
}

export function createPasswords({
  ids: { bytes },
  passwordTerms,
}: Pick<CognitoContext, 'ids' | 'passwordTerms'>): Passwords {
  const hasher = createPasswordHasher({
    randomBytes: bytes,
    terms: passwordTerms,
    tooMany: () => tooManyRequests('Too many requests'),
  });
  return {
    async make(pool, username, password, expiresAtMs) {
      const hash = await hasher.hash(password);
      const srp = srpVerifier({ poolId: pool.id, username, password, salt: bytes(HASH.saltBytes) });
      return { hash, srp, ...(expiresAtMs !== undefined && { expiresAtMs }) };
    },
    matches: (password, credentials) => hasher.matches(password, credentials?.hash),
  };
}
