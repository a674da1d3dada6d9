import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromHex, generatorPower, hashOf, K, N, power, sessionKey, toHex, toNumber } from './numbers.ts';
import { poolName } from './verifier.ts';

/** The server's half of an exchange; the private one must stay secret. Hexadecimal. */
export interface ServerKeys {
  readonly privateB: string;
  readonly publicB: string;
}

/** Bits of the private value: RFC 5054 section 3.1 asks for 256 at least. */
export const PRIVATE_BYTES = 32;

/** A client's public value; undefined for one that would give the secret away (RFC 5054 section 2.5.4). */
export function readPublicA(srpA: string): bigint | undefined {
  const a = fromHex(srpA);
  return a === undefined || a % N === 0n || a >= N || a === 1n || a === N - 1n ? undefined : a;
}

/** RFC 5054 section 2.5.3: B = k*v + g^b. */
export function serverKeys(verifier: string, random: Buffer): ServerKeys {
  const b = toNumber(random);
  const publicB = (K * (fromHex(verifier) ?? 0n) + generatorPower(b)) % N;
  return { privateB: b.toString(16), publicB: toHex(publicB) };
}

/** What a client has signed with the key that both sides arrive at. */
export interface PasswordClaim {
  readonly poolId: string;
  readonly username: string;
  readonly secretBlock: string;
  readonly timestamp: string;
  /** Base64. */
  readonly signature: string;
}

/** Whether the client knows the password (RFC 5054 section 2.6; then an HMAC, in Cognito's dialect). */
export function provesPassword(
  keys: ServerKeys & { readonly publicA: string; readonly verifier: string },
  { poolId, username, secretBlock, timestamp, signature }: PasswordClaim,
): boolean {
  const [a, b, privateB, v] = [keys.publicA, keys.publicB, keys.privateB, keys.verifier].map(
    (hex) => fromHex(hex) ?? 0n,
  );
  if (a === undefined || b === undefined || privateB === undefined || v === undefined) return false;
  const u = hashOf(a, b);
  const base = (a * power(v, u)) % N;
  if (base <= 1n || base === N - 1n) return false;
  const secret = power(base, privateB);
  const expected = createHmac('sha256', sessionKey(secret, u))
    .update(poolName(poolId))
    .update(username)
    .update(Buffer.from(secretBlock, 'base64'))
    .update(timestamp)
    .digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
