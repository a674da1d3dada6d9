import type { HttpAuthorizer } from '../../../model/index.ts';
import { DecisionCache } from '../../authorizers/decision-cache.ts';
import { AUTHORIZER_LIMITS } from '../../authorizers/limits.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import type { HttpGuard } from '../guard.ts';
import type { HttpRequest } from '../http-request.ts';
import type { HttpScope } from '../scope.ts';
import { compileIdentitySource } from './identity-sources.ts';
import { claimTexts, scopesOf } from './jwt-claims.ts';
import { tracedAuthorizer } from './traced-authorizer.ts';
import { type JwtProblem, type JwtTerms, type VerifiedJwt, verifyJwt } from './verify-jwt.ts';

/** Guards a route whose callers need one of these scopes, or none in particular. */
export type GuardByJwt = (scopes: readonly string[]) => HttpGuard;

const NO_TOKEN: GatewayFailure = { kind: 'failure', type: 'UNAUTHORIZED', headers: ['www-authenticate', 'Bearer'] };
/** Fact D98. */
const NO_SCOPE: GatewayFailure = { kind: 'failure', type: 'FORBIDDEN' };

/**
 * Compiles a JWT authorizer. A token that was good is good for five minutes or until it expires, for all routes.
 * @returns undefined when its configuration is none that can be served
 */
export function compileJwtAuthorizer(authorizer: HttpAuthorizer, scope: HttpScope): GuardByJwt | undefined {
  const { IdentitySource: sources, JwtConfiguration } = authorizer;
  const identify = compileIdentitySource(sources[0] ?? '', scope.stageVariables);
  if (identify === undefined || JwtConfiguration === undefined) return undefined;
  const terms = termsOf(JwtConfiguration, scope);
  const verified = new DecisionCache<VerifiedJwt>({
    ttlMs: AUTHORIZER_LIMITS.verifiedTokenMs,
    maxEntries: AUTHORIZER_LIMITS.keptDecisions,
    maxWeight: AUTHORIZER_LIMITS.keptBytes,
  });
  const traced = tracedAuthorizer(authorizer);
  return (wanted) => (request) => {
    const token = identify(request)?.replace(/^Bearer +/i, '') ?? '';
    if (token === '') return NO_TOKEN;
    request.context.authorizerStarted();
    request.context.trace?.record({ kind: 'authorizerStarted', authorizer: traced });
    const key = DecisionCache.keyOfText(token);
    const known = verified.get(key, scope.now());
    if (known !== undefined) return admit(request, known.claims, wanted, true);
    return verifyJwt(token, terms, scope.issuerKeys, scope.now()).then((result) => {
      if ('problem' in result) return invalidToken(result, wanted);
      verified.put(key, result, token.length, scope.now(), result.expiresAtMs);
      return admit(request, result.claims, wanted, false);
    });
  };
}

/** Of a user pool of Cognito, whatever stands for it here is the issuer, too (decision 0020). */
function termsOf({ Issuer, Audience }: NonNullable<HttpAuthorizer['JwtConfiguration']>, scope: HttpScope): JwtTerms {
  const [, region, poolId] = /^https:\/\/cognito-idp\.([\w-]+)\.amazonaws\.com\/([\w-]+)\/?$/.exec(Issuer) ?? [];
  if (region === undefined) return { source: Issuer, issuers: () => [Issuer], audiences: Audience };
  const source = `arn:aws:cognito-idp:${region}:${scope.facts.accountId}:userpool/${poolId}`;
  return { source, issuers: () => [Issuer, ...scope.issuerKeys.issuersOf(source)], audiences: Audience };
}

/** One of the route's scopes is enough (fact D97). */
function admit(
  { context }: HttpRequest,
  claims: Readonly<Record<string, unknown>>,
  wanted: readonly string[],
  isKept: boolean,
): GatewayFailure | undefined {
  const granted = scopesOf(claims);
  if (wanted.length > 0 && !wanted.some((scope) => granted.includes(scope))) return NO_SCOPE;
  const facts = claimTexts(claims);
  context.authorizedBy({ properties: {}, claims: facts });
  context.trace?.record({ kind: 'authorized', isKept, principalId: facts.sub, facts });
  context.scopes = wanted.length > 0 ? granted : null;
  return undefined;
}

/** Fact D98. */
function invalidToken({ problem, detail }: JwtProblem, wanted: readonly string[]): GatewayFailure {
  const value = `Bearer scope="${sayable(wanted.join(' '))}" error="invalid_token" error_description="${sayable(problem)}"`;
  return { kind: 'failure', type: 'UNAUTHORIZED', headers: ['www-authenticate', value], ...(detail && { detail }) };
}

/** Without what may not stand in these attributes (RFC 6750 section 3): a token says its algorithm, a route its scopes. */
function sayable(text: string): string {
  return text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '');
}
