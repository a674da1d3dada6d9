import type { CompiledPolicy } from '../../policy/index.ts';
import type { Authorization, Authorize } from '../authorizers/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { MethodPlace } from '../method/index.ts';
import { deniedByAuthorizer, deniedByPolicies } from './access-denied.ts';
import { evaluatePolicy } from './evaluate-policy.ts';
import type { Guard } from './guard.ts';
import { anonymousAccess } from './resource-policy.ts';

/**
 * Methods with a Lambda authorizer. Whom the resource policy denies explicitly never reaches the function; then both
 * policies count, by Table A.
 */
export function guardByFunction(authorize: Authorize, place: MethodPlace, policy: CompiledPolicy | undefined): Guard {
  return (request) => {
    const byResource = evaluatePolicy(policy, 'resource policy', anonymousAccess(request), request);
    if (byResource.effect === 'Deny') return deniedByPolicies('anonymous', request, true);
    const admit = (answer: Authorization | GatewayFailure): GatewayFailure | undefined => {
      if (answer.kind === 'failure') return answer;
      request.context.authorizedBy(answer.facts);
      const byAuthorizer = evaluatePolicy(answer.policy, 'authorizer', anonymousAccess(request), request);
      if (byAuthorizer.effect === 'Deny') return deniedByAuthorizer(true);
      const isAllowed = byAuthorizer.effect === 'Allow' || byResource.effect === 'Allow';
      return isAllowed ? undefined : deniedByAuthorizer(false);
    };
    request.context.authorizerStarted();
    const answer = authorize(request, place);
    return answer instanceof Promise ? answer.then(admit) : admit(answer);
  };
}
