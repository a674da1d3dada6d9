import { createHmac, hkdfSync } from 'node:crypto';
import { type PoolKeys, type UserPool, userKey } from '../documents/index.ts';
import { NOBODYS_BYTES, nobodysVerifier } from '../srp/index.ts';
import { addressKind } from '../users/index.ts';

/** What a challenge shows of a user. */
export interface PretendedUser {
  readonly username: string;
  readonly srp: { readonly salt: string; readonly verifier: string };
}

const UUID_BYTES = 16;

/**
 * Whom a challenge shows for a name that nobody has: the same each time (developer guide, "Managing user existence error
 * responses"), and as cheap as reading a user. Behind an address stands a UUID, as behind a user's.
 */
export function pretendedUser({ challengeKey }: PoolKeys, pool: UserPool, called: string): PretendedUser {
  const seed = createHmac('sha256', Buffer.from(challengeKey, 'base64')).update(userKey(pool, called)).digest();
  const bytes = Buffer.from(hkdfSync('sha256', seed, '', 'user who is not there', UUID_BYTES + NOBODYS_BYTES));
  const kind = addressKind(called);
  const isAddress = kind !== undefined && [...pool.usernameAttributes, ...pool.aliasAttributes].includes(kind);
  return {
    username: isAddress ? uuidOf(bytes.subarray(0, UUID_BYTES)) : called,
    srp: nobodysVerifier(bytes.subarray(UUID_BYTES)),
  };
}

/** RFC 9562 section 5.4. */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join(
    '-',
  );
}
