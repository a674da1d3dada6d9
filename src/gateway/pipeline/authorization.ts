import type { Method } from '../../model/index.ts';
import type { CompiledPolicy, Verdict } from '../../policy/index.ts';
import { type Authorization, type Authorize, type CompiledAuthorizers, NO_AUTHORIZER } from '../authorizers/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { CompileScope, MethodPlace, MethodRequest } from '../method/index.ts';
import { hasHeader } from '../text/index.ts';
import { deniedByAuthorizer, deniedByPolicies } from './access-denied.ts';
import type { Guard } from './guard.ts';
import { anonymousAccess, guardByPolicyAlone } from './resource-policy.ts';

/** What the methods of a stage share to decide who may call them. */
export interface AccessRooms {
  /** The API's resource policy; undefined when it has none. */
  readonly policy: CompiledPolicy | undefined;
  readonly authorizers: CompiledAuthorizers;
}

/**
 * The phases "resource policy" and "authorization", which decide together (guide page apigateway-authorization-flow, facts
 * D102 to D104). A method that asks nobody, of an API without a policy, has neither.
 */
export function compileAccess(
  method: Method,
  place: MethodPlace,
  { policy, authorizers }: AccessRooms,
  scope: CompileScope,
): Guard | undefined {
  switch (method.authorizationType) {
    case 'NONE':
      return policy && guardByPolicyAlone(policy);
    case 'CUSTOM': {
      const authorize = authorizers.custom(method.authorizerId ?? '');
      if (authorize === undefined) scope.warn('The method’s authorizer cannot be served: every request fails.');
      return guardByFunction(authorize ?? NO_AUTHORIZER, place, policy);
    }
    case 'COGNITO_USER_POOLS':
    case 'AWS_IAM':
      scope.warn(`The authorization type ${method.authorizationType} is not built: every request is refused.`);
      return method.authorizationType === 'AWS_IAM' ? refuseCaller : () => UNAUTHORIZED;
  }
}

const UNAUTHORIZED: GatewayFailure = { kind: 'failure', type: 'UNAUTHORIZED' };

function refuseCaller(request: MethodRequest): GatewayFailure {
  const signed =
    hasHeader(request.headers, 'authorization') || request.query.some(([name]) => name === 'X-Amz-Signature');
  return { kind: 'failure', type: signed ? 'ACCESS_DENIED' : 'MISSING_AUTHENTICATION_TOKEN' };
}

/** Whom the resource policy denies explicitly never reaches the function; then both policies count, by Table A. */
function guardByFunction(authorize: Authorize, place: MethodPlace, policy: CompiledPolicy | undefined): Guard {
  return (request) => {
    const byResource = policy?.evaluate(anonymousAccess(request)) ?? SILENT;
    if (byResource.effect === 'Deny') return deniedByPolicies('anonymous', request, true);
    const admit = (answer: Authorization | GatewayFailure): GatewayFailure | undefined => {
      if (answer.kind === 'failure') return answer;
      request.context.authorizedBy(answer.facts);
      const byAuthorizer = answer.policy?.evaluate(anonymousAccess(request)) ?? SILENT;
      if (byAuthorizer.effect === 'Deny') return deniedByAuthorizer(true);
      const isAllowed = byAuthorizer.effect === 'Allow' || byResource.effect === 'Allow';
      return isAllowed ? undefined : deniedByAuthorizer(false);
    };
    request.context.authorizerStarted();
    const answer = authorize(request, place);
    return answer instanceof Promise ? answer.then(admit) : admit(answer);
  };
}

const SILENT: Verdict = { effect: 'None' };
