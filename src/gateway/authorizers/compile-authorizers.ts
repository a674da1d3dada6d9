import type { Authorizer } from '../../model/index.ts';
import type { CompileScope } from '../method/index.ts';
import type { Authorize } from './authorize.ts';
import { compileLambdaAuthorizer } from './lambda/index.ts';

/** The authorizers of a stage, each with what it keeps. */
export interface CompiledAuthorizers {
  /** TOKEN and REQUEST, for methods with CUSTOM; undefined when there is none of this id that can be served. */
  custom(authorizerId: string): Authorize | undefined;
}

/** Compiles an authorizer when the first method that uses it is compiled. */
export function compileAuthorizers(authorizers: readonly Authorizer[], scope: CompileScope): CompiledAuthorizers {
  const byId = new Map(authorizers.map((authorizer) => [authorizer.id, authorizer]));
  const compiled = new Map<string, Authorize | undefined>();
  return {
    custom(authorizerId) {
      const authorizer = byId.get(authorizerId);
      if (authorizer === undefined || authorizer.type === 'COGNITO_USER_POOLS') return undefined;
      if (!compiled.has(authorizerId)) compiled.set(authorizerId, compileLambdaAuthorizer(authorizer, scope));
      return compiled.get(authorizerId);
    },
  };
}
