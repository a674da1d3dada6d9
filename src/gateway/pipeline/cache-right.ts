import type { CompiledPolicy } from '../../policy/index.ts';
import type { CompileScope, MethodRequest } from '../method/index.ts';
import { evaluatePolicy } from './evaluate-policy.ts';
import { anonymousAccess } from './resource-policy.ts';

/** Lets whoever has it renew a cached response (guide page api-gateway-caching). */
const ACTION = 'execute-api:InvalidateCache';

/**
 * Compiles who may invalidate a method's cached responses (fact D124): of those who sign, whom their policies and the resource
 * policy allow it, if they are of the API's own account ("Cross-account cache invalidation is not supported"); of all others,
 * whom the resource policy allows it.
 */
export function compileCacheRight(
  policy: CompiledPolicy | undefined,
  { facts }: CompileScope,
): (request: MethodRequest) => boolean {
  return (request) => {
    const { caller } = request.context;
    if (request.may !== undefined) return caller?.accountId === facts.accountId && request.may(ACTION) === 'Allow';
    if (policy === undefined) return false;
    return evaluatePolicy(policy, 'resource policy', anonymousAccess(request, ACTION), request).effect === 'Allow';
  };
}
