import { generatorPower, sha256, toHex, toNumber } from './numbers.ts';

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

/** Clients put in what stands behind the region. */
export function poolName(poolId: string): string {
  return poolId.slice(poolId.indexOf('_') + 1);
}
