import { createHash, createHmac, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** A public key over P-256 as JSON (RFC 7518 section 6.2.1), its members in the order that the thumbprint wants. */
export interface EcJwk {
  readonly crv: string;
  readonly kty: string;
  readonly x: string;
  readonly y: string;
}

/** A signed message in flattened JSON (RFC 7515 section 7.2.2), which is how everything is sent to an ACME server. */
export interface Jws {
  readonly protected: string;
  readonly payload: string;
  readonly signature: string;
}

/** What is signed besides the payload: where it goes, and who says it (RFC 8555 section 6.2). */
export type JwsHeader = { readonly url: string; readonly nonce?: string } & (
  | { readonly jwk: EcJwk }
  | { readonly kid: string }
);

/** The public half of an account key. @param key private, over P-256 */
export function jwkOf(key: KeyObject): EcJwk {
  const { crv, kty, x, y } = createPublicKey(key).export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined)
    throw new TypeError('An account key is one over P-256.');
  return { crv, kty, x, y };
}

/** The name of a key that does not depend on who writes it (RFC 7638), in base64url. */
export function thumbprintOf(jwk: EcJwk): string {
  const { crv, kty, x, y } = jwk;
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

/**
 * Signs with ES256 (RFC 7518 section 3.4).
 * @param payload absent for a message without one, "POST-as-GET" (RFC 8555 section 6.3)
 */
export function signJws(key: KeyObject, header: JwsHeader, payload?: unknown): Jws {
  const message = encode({ alg: 'ES256', ...header }, payload);
  const signature = sign('sha256', signingInput(message), { key, dsaEncoding: 'ieee-p1363' });
  return { ...message, signature: signature.toString('base64url') };
}

/** Signs with HS256 (RFC 7518 section 3.2): an account of another kind vouches for this one. */
export function macJws(secret: Uint8Array, header: JwsHeader, payload: unknown): Jws {
  const message = encode({ alg: 'HS256', ...header }, payload);
  return { ...message, signature: createHmac('sha256', secret).update(signingInput(message)).digest('base64url') };
}

function encode(header: object, payload: unknown): Omit<Jws, 'signature'> {
  return {
    protected: Buffer.from(JSON.stringify(header)).toString('base64url'),
    payload: payload === undefined ? '' : Buffer.from(JSON.stringify(payload)).toString('base64url'),
  };
}

function signingInput(message: Omit<Jws, 'signature'>): Buffer {
  return Buffer.from(`${message.protected}.${message.payload}`);
}
