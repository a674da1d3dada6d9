import { createPrivateKey, type KeyObject, sign, verify } from 'node:crypto';
import type { SigningKey } from '../documents/index.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** A token of Cognito: RS256, with `kid` and `alg` and nothing else in its header (RFC 7515, RFC 7519). */
export function signJwt(claims: Claims, { kid, privateKey }: SigningKey): Promise<string> {
  const signed = `${part({ kid, alg: 'RS256' })}.${part(claims)}`;
  const key = createPrivateKey({ key: privateKey, format: 'jwk' });
  return new Promise((resolve, reject) => {
    sign('sha256', Buffer.from(signed), key, (error, signature) => {
      if (error) reject(error);
      else resolve(`${signed}.${signature.toString('base64url')}`);
    });
  });
}

/**
 * The claims of a token that one of these keys has signed. What the token says of its algorithm is compared, never obeyed.
 * @param find the key of an id
 */
export function readJwt(token: string, find: (kid: string) => KeyObject | undefined): Claims | undefined {
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  if (more.length > 0) return undefined;
  const { alg, kid } = parse(header) ?? {};
  const key = alg === 'RS256' && typeof kid === 'string' ? find(kid) : undefined;
  if (key === undefined) return undefined;
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return undefined;
  return parse(payload);
}

/** What a token says, believed by nobody yet. */
export function peekJwt(token: string): Claims | undefined {
  return parse(token.split('.')[1] ?? '');
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function parse(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}
