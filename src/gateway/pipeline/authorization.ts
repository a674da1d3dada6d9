import type { Method } from '../../model/index.ts';
import type { CompiledPolicy } from '../../policy/index.ts';
import { type CompiledAuthorizers, NO_AUTHORIZER } from '../authorizers/index.ts';
import type { CompileScope, MethodPlace } from '../method/index.ts';
import type { EndpointPolicies } from '../vpc-endpoints/endpoint-policies.ts';
import type { ShowKey } from './api-key.ts';
import type { Guard } from './guard.ts';
import { guardByFunction } from './guard-by-function.ts';
import { guardByPools } from './guard-by-pools.ts';
import { guardBySignature } from './guard-by-signature.ts';
import { guardByPolicyAlone } from './resource-policy.ts';

/** What the methods of a stage share to decide who may call them. */
export interface AccessRooms {
  /** The API's resource policy; undefined when it has none. */
  readonly policy: CompiledPolicy | undefined;
  readonly authorizers: CompiledAuthorizers;
  /** Of the VPC endpoints of a private API; absent where none has any. */
  readonly endpointPolicies?: EndpointPolicies | undefined;
}

/**
 * The phases "resource policy" and "authorization", which decide together (guide page apigateway-authorization-flow, facts
 * D102 to D104). A method that asks nobody, of an API without a policy, has neither.
 * @param showKey what a function is told of the request's API key by; absent where there is none to tell of
 */
export function compileAccess(
  method: Method,
  place: MethodPlace,
  { policy, authorizers }: AccessRooms,
  scope: CompileScope,
  showKey?: ShowKey,
): Guard | undefined {
  const { authorizationType, authorizerId = '', authorizationScopes = [] } = method;
  const served = <T>(authorizer: T | undefined): T | typeof NO_AUTHORIZER => {
    if (authorizer !== undefined) return authorizer;
    scope.warn('The method’s authorizer cannot be served: every request fails.');
    return NO_AUTHORIZER;
  };
  switch (authorizationType) {
    case 'NONE':
      return policy && guardByPolicyAlone(policy);
    case 'CUSTOM':
      return after(showKey, guardByFunction(served(authorizers.custom(authorizerId)), place, policy));
    case 'COGNITO_USER_POOLS':
      return guardByPools(served(authorizers.pools(authorizerId)), authorizationScopes, policy);
    case 'AWS_IAM':
      return guardBySignature(policy, scope);
  }
}

function after(first: ShowKey | undefined, guard: Guard): Guard {
  if (first === undefined) return guard;
  return (request) => {
    const shown = first(request);
    return shown instanceof Promise ? shown.then(() => guard(request)) : guard(request);
  };
}
