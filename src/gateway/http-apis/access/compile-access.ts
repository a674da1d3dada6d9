import type { HttpAuthorizer, HttpRoute } from '../../../model/index.ts';
import { NO_AUTHORIZER } from '../../authorizers/index.ts';
import { guardBySignature } from '../../pipeline/guard-by-signature.ts';
import type { HttpGuard } from '../guard.ts';
import type { HttpScope } from '../scope.ts';
import { compileJwtAuthorizer, type GuardByJwt } from './jwt-authorizer.ts';
import { compileLambdaAuthorizer, type GuardByFunction } from './lambda-authorizer.ts';

/** The authorizers of a stage, compiled once each; undefined for what is not there or cannot be served. */
export interface HttpAuthorizers {
  jwt(authorizerId: string): GuardByJwt | undefined;
  lambda(authorizerId: string): GuardByFunction | undefined;
}

export function compileAuthorizers(authorizers: readonly HttpAuthorizer[], scope: HttpScope): HttpAuthorizers {
  const jwts = new Map<string, GuardByJwt | undefined>();
  const functions = new Map<string, GuardByFunction | undefined>();
  for (const authorizer of authorizers) {
    const { AuthorizerId, AuthorizerType } = authorizer;
    if (AuthorizerType === 'JWT') jwts.set(AuthorizerId, compileJwtAuthorizer(authorizer, scope));
    else functions.set(AuthorizerId, compileLambdaAuthorizer(authorizer, scope));
  }
  return { jwt: (id) => jwts.get(id), lambda: (id) => functions.get(id) };
}

/** The phase "authorization" of a route; undefined where it asks nobody. HTTP APIs have no resource policies. */
export function compileAccess(
  route: HttpRoute,
  routePath: string,
  authorizers: HttpAuthorizers,
  scope: HttpScope,
): HttpGuard | undefined {
  const { AuthorizationType, AuthorizerId = '', AuthorizationScopes = [] } = route;
  switch (AuthorizationType) {
    case 'NONE':
      return undefined;
    case 'AWS_IAM':
      return guardBySignature(undefined, scope);
    case 'JWT':
      return served(authorizers.jwt(AuthorizerId)?.(AuthorizationScopes), scope);
    case 'CUSTOM':
      return served(authorizers.lambda(AuthorizerId)?.(routePath), scope);
  }
}

function served(guard: HttpGuard | undefined, { warn }: HttpScope): HttpGuard {
  if (guard !== undefined) return guard;
  warn('The route’s authorizer cannot be served: every request fails.');
  return NO_AUTHORIZER;
}
