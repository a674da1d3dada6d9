import type { Authorizer } from '../../model/index.ts';
import type { Authorize, AuthorizerScope } from './authorize.ts';
import { compileUserPoolAuthorizer, type UserPoolAuthorizer } from './cognito/index.ts';
import { compileLambdaAuthorizer } from './lambda/index.ts';

/** The authorizers of a stage, each with what it keeps; undefined when there is none of an id that fits and can be served. */
export interface CompiledAuthorizers {
  /** TOKEN and REQUEST, for methods with CUSTOM. */
  custom(authorizerId: string): Authorize | undefined;
  /** COGNITO_USER_POOLS. */
  pools(authorizerId: string): UserPoolAuthorizer | undefined;
}

/** Compiles an authorizer when the first method that uses it is compiled. */
export function compileAuthorizers(authorizers: readonly Authorizer[], scope: AuthorizerScope): CompiledAuthorizers {
  const isPools = ({ type }: Authorizer) => type === 'COGNITO_USER_POOLS';
  return {
    custom: once(
      authorizers.filter((authorizer) => !isPools(authorizer)),
      (authorizer) => compileLambdaAuthorizer(authorizer, scope),
    ),
    pools: once(authorizers.filter(isPools), (authorizer) => compileUserPoolAuthorizer(authorizer, scope)),
  };
}

function once<T>(authorizers: readonly Authorizer[], compile: (authorizer: Authorizer) => T | undefined) {
  const compiled = new Map<string, T | undefined>();
  return (id: string): T | undefined => {
    const authorizer = authorizers.find((candidate) => candidate.id === id);
    if (authorizer !== undefined && !compiled.has(id)) compiled.set(id, compile(authorizer));
    return compiled.get(id);
  };
}
