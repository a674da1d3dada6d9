import type { CompiledPolicy } from '../../policy/index.ts';
import type { Authorization, UserPoolAuthorizer } from '../authorizers/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { Guard } from './guard.ts';
import { guardByPolicyAlone } from './resource-policy.ts';

/** Methods with user pools: who has shown who he is still needs the resource policy's explicit Allow, where there is one. */
export function guardByPools(
  authorize: UserPoolAuthorizer,
  scopes: readonly string[],
  policy: CompiledPolicy | undefined,
): Guard {
  const guardByPolicy = policy && guardByPolicyAlone(policy);
  return (request) => {
    const { context } = request;
    const startedAtMs = context.nowMs();
    const admit = (answer: Authorization | GatewayFailure): ReturnType<Guard> => {
      context.attempted('authorizer', startedAtMs, answer.kind === 'failure' ? answer : undefined);
      if (answer.kind === 'failure') return answer;
      context.authorizedBy(answer.facts);
      return guardByPolicy?.(request);
    };
    context.authorizerStarted();
    const answer = authorize(request, scopes);
    return answer instanceof Promise ? answer.then(admit) : admit(answer);
  };
}
