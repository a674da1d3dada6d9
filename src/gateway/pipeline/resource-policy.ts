import type { RestApi } from '../../model/index.ts';
import { type AccessRequest, type CompiledPolicy, compilePolicy, PolicySyntaxError } from '../../policy/index.ts';
import { methodArn } from '../authorizers/index.ts';
import type { CompileScope, MethodRequest } from '../method/index.ts';
import { deniedByPolicies } from './access-denied.ts';
import { contextKeys } from './context-keys.ts';
import { evaluatePolicy } from './evaluate-policy.ts';
import type { Guard } from './guard.ts';

/** What is asked of policies about a caller who has not shown who he is. */
export function anonymousAccess(request: MethodRequest, action = 'execute-api:Invoke'): AccessRequest {
  return {
    principal: { kind: 'anonymous' },
    action,
    resource: methodArn(request),
    keys: contextKeys(request),
  };
}

/**
 * An API's resource policy. One that cannot be compiled denies everybody: what was written to keep callers out must not let
 * one in.
 */
export function compileResourcePolicy(restApi: RestApi, scope: CompileScope): CompiledPolicy | undefined {
  if (restApi.policy === undefined) return undefined;
  try {
    return compilePolicy(JSON.parse(restApi.policy), 'resource', 'resource policy');
  } catch (error) {
    if (!(error instanceof PolicySyntaxError || error instanceof SyntaxError)) throw error;
    scope.warn(`The resource policy cannot be read, so every request is refused: ${error.message}`);
    return DENY_ALL;
  }
}

const DENY_ALL = compilePolicy(
  { Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' } },
  'resource',
  'closed',
);

/** The phase "resource policy" of methods that ask nobody who he is: it must allow explicitly (fact D104). */
export function guardByPolicyAlone(policy: CompiledPolicy): Guard {
  return (request) => {
    const { context } = request;
    const startedAtMs = context.nowMs();
    const { effect } = evaluatePolicy(policy, 'resource policy', anonymousAccess(request), request);
    const failure = effect === 'Allow' ? undefined : deniedByPolicies('anonymous', request, effect === 'Deny');
    context.attempted('authorize', startedAtMs, failure);
    return failure;
  };
}
