import type { JWTPayload } from 'jose';
import { AUTHORIZER_LIMITS } from '../limits.ts';
import { type IssuerKeys, IssuerUnavailable } from './issuer-keys.ts';

/** A token that a pool has signed and that is good now. */
export interface VerifiedToken {
  readonly claims: JWTPayload;
  readonly expiresAtMs: number;
}

/** Why a token is not good: `expired` alone is told to the client. */
export type TokenProblem = 'invalid' | 'expired';

/**
 * Checks a token against the pools of an authorizer: signed by RS256 with a key of the pool that it names as its issuer, not
 * expired, already valid. What the token says of keys and algorithms is not believed: its `alg` must be RS256, its `kid` is
 * only looked up among the issuer's keys, any other place of a key is ignored.
 * @throws {IssuerUnavailable} when the issuer's keys cannot be had
 */
export async function verifyToken(
  token: string,
  poolArns: readonly string[],
  issuers: IssuerKeys,
  nowMs: number,
): Promise<VerifiedToken | TokenProblem> {
  if (token.length > AUTHORIZER_LIMITS.tokenLength) return 'invalid';
  const { decodeJwt, decodeProtectedHeader, errors, jwtVerify } = await import('jose');
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    const { iss } = decodeJwt(token);
    const pool = poolArns.find((arn) => issuers.issuersOf(arn).includes(iss ?? ''));
    if (alg !== 'RS256' || typeof kid !== 'string' || iss === undefined || pool === undefined) return 'invalid';
    const key = await issuers.find(pool, kid);
    if (key === undefined) return 'invalid';
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer: iss,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp'],
    });
    return { claims: payload, expiresAtMs: (payload.exp ?? 0) * 1000 };
  } catch (error) {
    if (error instanceof IssuerUnavailable) throw error;
    if (error instanceof errors.JWTExpired) return 'expired';
    if (error instanceof errors.JOSEError || error instanceof TypeError) return 'invalid';
    throw error;
  }
}
