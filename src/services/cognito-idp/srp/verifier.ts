import { generatorPower, N, sha256, toHex, toNumber } from './numbers.ts';

export interface SrpSecret {
  readonly poolId: string;
  /** What the challenge names as `USER_ID_FOR_SRP`. */
  readonly username: string;
  readonly password: string;
  readonly salt: Buffer;
}

/** A verifier and its salt, both hexadecimal: what a server knows of a password (RFC 5054 section 2.4, in Cognito's dialect). */
export function srpVerifier({ poolId, username, password, salt }: SrpSecret): {
  readonly salt: string;
  readonly verifier: string;
} {
  const saltHex = toHex(toNumber(salt));
  const identity = sha256(`${poolName(poolId)}${username}:${password}`);
  const x = toNumber(sha256(Buffer.from(saltHex, 'hex'), identity));
  return { salt: saltHex, verifier: toHex(generatorPower(x)) };
}

const SALT_BYTES = 16;
/** Of chance for `nobodysVerifier`: a salt, and more than the group's 384 bytes, so that no number of it is likelier. */
export const NOBODYS_BYTES = SALT_BYTES + 400;

/** A verifier of which nobody knows a password, computed without a power, so that time does not tell it from a stored one. */
export function nobodysVerifier(random: Buffer): { readonly salt: string; readonly verifier: string } {
  return {
    salt: toHex(toNumber(random.subarray(0, SALT_BYTES))),
    verifier: toHex(toNumber(random.subarray(SALT_BYTES)) % N),
  };
}

/** Clients put in what stands behind the region. */
export function poolName(poolId: string): string {
  return poolId.slice(poolId.indexOf('_') + 1);
}
