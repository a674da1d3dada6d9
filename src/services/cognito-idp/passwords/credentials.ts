import type { CognitoContext } from '../context.ts';
import type { UserCredentials, UserPool } from '../documents/index.ts';
import { HASH, HASHING } from '../limits.ts';
import { srpVerifier } from '../srp/index.ts';
import { createGate } from './gate.ts';
import { hashPassword, isPassword } from './hash.ts';

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
  const gate = createGate(HASHING);
  let nobodys: Promise<string> | undefined;
  return {
    async make(pool, username, password, expiresAtMs) {
      const hash = await gate.run(() => hashPassword(password, bytes(HASH.saltBytes), passwordTerms));
      const srp = srpVerifier({ poolId: pool.id, username, password, salt: bytes(HASH.saltBytes) });
      return { hash, srp, ...(expiresAtMs !== undefined && { expiresAtMs }) };
    },
    async matches(password, credentials) {
      nobodys ??= gate.run(() => hashPassword(bytes(24).toString('base64'), bytes(HASH.saltBytes), passwordTerms));
      const hash = credentials?.hash ?? (await nobodys);
      return (await gate.run(() => isPassword(password, hash))) && credentials !== undefined;
    },
  };
}
