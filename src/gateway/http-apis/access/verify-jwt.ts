import type { JWTPayload } from 'jose';
import { type IssuerKeys, IssuerUnavailable } from '../../authorizers/index.ts';
import { AUTHORIZER_LIMITS } from '../../authorizers/limits.ts';

/** What a token must be. */
export interface JwtTerms {
  /** The issuer's URL, or the ARN of the user pool that it means. */
  readonly source: string;
  /** What tokens may name as their issuer. */
  issuers(): readonly string[];
  readonly audiences: readonly string[];
}

/** A token that is good now. */
export interface VerifiedJwt {
  readonly claims: JWTPayload;
  readonly expiresAtMs: number;
}

/** Why a token is none that is good. */
export interface JwtProblem {
  /** In words for `error_description`. */
  readonly problem: string;
  /** For the operator, where it is not the client's to mend. */
  readonly detail?: string;
}

/**
 * Checks a token (fact D97): signed by RSA with a key of the issuer that it names by its id, issued by that issuer, for one of
 * the audiences, not expired, and not of the future. What a token says of other places of its key is not believed. Of the
 * descriptions that AWS gives, that of the audience is known.
 */
export async function verifyJwt(
  token: string,
  { source, issuers, audiences }: JwtTerms,
  keys: IssuerKeys,
  nowMs: number,
): Promise<VerifiedJwt | JwtProblem> {
  if (token.length > AUTHORIZER_LIMITS.tokenLength) return { problem: 'the token is too long' };
  const { decodeJwt, decodeProtectedHeader, errors, jwtVerify } = await import('jose');
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    if (alg !== 'RS256') return { problem: `signing method ${alg ?? ''} is invalid` };
    if (typeof kid !== 'string') return { problem: 'the token has no key id' };
    const { iss: issuer } = decodeJwt(token);
    if (issuer === undefined || !issuers().includes(issuer)) {
      return { problem: 'the token does not have a valid issuer' };
    }
    const key = await keys.find(source, kid);
    if (key === undefined) return { problem: 'the token was signed with an unknown key' };
    const currentDate = new Date(nowMs);
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer,
      currentDate,
      requiredClaims: ['exp'],
    });
    if (payload.iat !== undefined && payload.iat * 1000 > nowMs)
      return { problem: 'the token was issued in the future' };
    if (!isForAudience(payload, audiences)) return { problem: 'the token does not have a valid audience' };
    return { claims: payload, expiresAtMs: (payload.exp ?? 0) * 1000 };
  } catch (error) {
    if (error instanceof IssuerUnavailable) {
      return { problem: 'OIDC discovery endpoint communication error', detail: error.message };
    }
    if (error instanceof errors.JWTExpired) return { problem: 'the token has expired' };
    if (error instanceof errors.JWTClaimValidationFailed) return { problem: `the token has an invalid ${error.claim}` };
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return { problem: 'the token has an invalid signature' };
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { problem: 'the token is malformed' };
    throw error;
  }
}

/** `client_id` counts where a token has no `aud`, as access tokens of Cognito. */
function isForAudience({ aud, client_id: clientId }: JWTPayload, audiences: readonly string[]): boolean {
  const named = aud === undefined ? [clientId] : [aud].flat();
  return named.some((one) => typeof one === 'string' && audiences.includes(one));
}
