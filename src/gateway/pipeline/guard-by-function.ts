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
    const { context } = request;
    const startedAtMs = context.nowMs();
    const authorized = (failure: GatewayFailure | undefined): GatewayFailure | undefined => {
      context.attempted('authorize', startedAtMs, failure);
      return failure;
    };
    const byResource = evaluatePolicy(policy, 'resource policy', anonymousAccess(request), request);
    if (byResource.effect === 'Deny') return authorized(deniedByPolicies('anonymous', request, true));
    const admit = (answer: Authorization | GatewayFailure): GatewayFailure | undefined => {
      context.attempted('authorizer', startedAtMs, answer.kind === 'failure' ? answer : undefined);
      if (answer.kind === 'failure') return answer;
      context.authorizedBy(answer.facts);
      const byAuthorizer = evaluatePolicy(answer.policy, 'authorizer', anonymousAccess(request), request);
      if (byAuthorizer.effect === 'Deny') return authorized(deniedByAuthorizer(true));
      const isAllowed = byAuthorizer.effect === 'Allow' || byResource.effect === 'Allow';
      return authorized(isAllowed ? undefined : deniedByAuthorizer(false));
    };
    context.authorizerStarted();
    const answer = authorize(request, place);
    return answer instanceof Promise ? answer.then(admit) : admit(answer);
  };
}
