import type { JWTPayload } from 'jose';
import type { Authorizer } from '../../../model/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import type { MaybePromise, MethodRequest } from '../../method/index.ts';
import { type Authorization, type AuthorizerScope, UNAUTHORIZED } from '../authorize.ts';
import { DecisionCache } from '../decision-cache.ts';
import { headerValues, tokenHeader } from '../identity-sources.ts';
import { AUTHORIZER_LIMITS } from '../limits.ts';
import { told } from '../told.ts';
import { compileValidation } from '../validation.ts';
import { claimTexts } from './claims.ts';
import { IssuerUnavailable } from './issuer-keys.ts';
import { type VerifiedToken, verifyToken } from './verify-token.ts';

/**
 * Finds out who calls a method.
 * @param scopes of the method: with some, the caller needs an access token that has one of them; without, an ID token
 */
export type UserPoolAuthorizer = (
  request: MethodRequest,
  scopes: readonly string[],
) => MaybePromise<Authorization | GatewayFailure>;

const EXPIRED: GatewayFailure = { ...UNAUTHORIZED, message: 'The incoming token has expired' };

/** Whose token was verified, with what a request is told of him: it is the same each time. */
interface KnownCaller {
  readonly claims: JWTPayload;
  readonly authorization: Authorization;
}

function callerOf({ claims }: VerifiedToken): KnownCaller {
  return { claims, authorization: { kind: 'authorization', facts: { properties: {}, claims: claimTexts(claims) } } };
}

/** @returns undefined when the authorizer's configuration is none that can be served */
export function compileUserPoolAuthorizer(
  authorizer: Authorizer,
  scope: AuthorizerScope,
): UserPoolAuthorizer | undefined {
  const { identitySource, identityValidationExpression: expression, providerARNs = [] } = authorizer;
  const header = tokenHeader(identitySource);
  if (header === undefined || providerARNs.length === 0) return undefined;
  const isAudience = expression === undefined ? undefined : compileValidation(expression);
  const verified = new DecisionCache<KnownCaller>({
    ttlMs: AUTHORIZER_LIMITS.verifiedTokenMs,
    maxEntries: AUTHORIZER_LIMITS.keptDecisions,
    maxWeight: AUTHORIZER_LIMITS.keptBytes,
  });
  const judge = ({ claims, authorization }: KnownCaller, scopes: readonly string[]): Authorization | GatewayFailure => {
    if (!isUsable(claims, scopes) || (isAudience && !audiencesOf(claims).some(isAudience))) return UNAUTHORIZED;
    return authorization;
  };

  return (request, scopes) => {
    const [value = '', ...more] = headerValues(request, header);
    const token = value.replace(/^Bearer +/i, '');
    // A token that is sent twice could be one to us and another to the backend.
    if (token === '' || more.length > 0) {
      request.context.trace?.record({ kind: 'unidentified', authorizer });
      return UNAUTHORIZED;
    }
    request.context.trace?.record({ kind: 'authorizerStarted', authorizer });
    const key = DecisionCache.keyOfText(token);
    const known = verified.get(key, scope.now());
    if (known !== undefined) return told(judge(known, scopes), true, request);
    return verifyToken(token, providerARNs, scope.issuerKeys, scope.now()).then(
      (result) => {
        if (result === 'expired') return EXPIRED;
        if (result === 'invalid') return UNAUTHORIZED;
        const caller = callerOf(result);
        verified.put(key, caller, token.length, scope.now(), result.expiresAtMs);
        return told(judge(caller, scopes), false, request);
      },
      (error: unknown): GatewayFailure => {
        if (!(error instanceof IssuerUnavailable)) throw error;
        return { kind: 'failure', type: 'AUTHORIZER_FAILURE', detail: error.message };
      },
    );
  };
}

/**
 * Fact D96. Cognito says what a token is for (`token_use`); of issuers that do not, an access token is one that has scopes
 * and an ID token one that has an audience and none.
 */
function isUsable({ token_use: use, scope, aud }: JWTPayload, scopes: readonly string[]): boolean {
  const granted = typeof scope === 'string' ? scope.split(' ') : [];
  if (scopes.length > 0) return (use ?? 'access') === 'access' && scopes.some((wanted) => granted.includes(wanted));
  return use === 'id' || (use === undefined && aud !== undefined && granted.length === 0);
}

/** An access token of Cognito has none, so an expression lets none of them pass (fact D96). */
function audiencesOf({ aud }: JWTPayload): readonly string[] {
  if (aud === undefined) return [];
  return typeof aud === 'string' ? [aud] : aud;
}
