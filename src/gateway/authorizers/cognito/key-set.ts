import type { CryptoKey } from 'jose';
import { AUTHORIZER_LIMITS } from '../limits.ts';

/** An RSA key that may verify RS256 and nothing else. */
export type PublicKey = CryptoKey;

/** RFC 7518 section 3.3: 2048 bits or more; in base64url, without padding. */
const MIN_MODULUS_LENGTH = 342;

/**
 * Reads a JWK Set. Of each key only its RSA numbers are taken over; keys for anything but verifying RS256, weak ones and
 * those without an id are left out. Of two keys with one id the first counts.
 * @throws when it is no JWK Set, or has none of its keys in order
 */
export async function readKeySet(document: unknown): Promise<ReadonlyMap<string, PublicKey>> {
  const list = typeof document === 'object' && document !== null && 'keys' in document ? document.keys : undefined;
  if (!Array.isArray(list)) throw new Error('no JWK Set');
  if (list.length > AUTHORIZER_LIMITS.keysOfIssuer) throw new Error(`more than ${AUTHORIZER_LIMITS.keysOfIssuer} keys`);
  const { importJWK } = await import('jose');
  const keys = new Map<string, PublicKey>();
  for (const candidate of list) {
    const jwk = rsaKeyOf(candidate);
    if (jwk === undefined || keys.has(jwk.kid)) continue;
    const key = await importJWK({ kty: 'RSA', n: jwk.n, e: jwk.e }, 'RS256');
    if (!(key instanceof Uint8Array)) keys.set(jwk.kid, key);
  }
  if (keys.size === 0) throw new Error('no key for RS256');
  return keys;
}

function rsaKeyOf(candidate: unknown): { readonly kid: string; readonly n: string; readonly e: string } | undefined {
  if (typeof candidate !== 'object' || candidate === null) return undefined;
  const { kid, kty, use, alg, n, e } = candidate as Readonly<Record<string, unknown>>;
  if (typeof kid !== 'string' || typeof n !== 'string' || typeof e !== 'string') return undefined;
  if (kty !== 'RSA' || (use !== undefined && use !== 'sig') || (alg !== undefined && alg !== 'RS256')) return undefined;
  return n.length >= MIN_MODULUS_LENGTH ? { kid, n, e } : undefined;
}
