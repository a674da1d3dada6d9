import type { AccessRequest, CompiledPolicy, Verdict } from '../../policy/index.ts';
import type { MethodRequest } from '../method/index.ts';

const SILENT: Verdict = { effect: 'None' };

/** Asks one policy about a request, and tells the request's trace what it said; a policy that is not there says nothing. */
export function evaluatePolicy(
  policy: CompiledPolicy | undefined,
  asked: 'endpoint policy' | 'resource policy' | 'authorizer',
  access: AccessRequest,
  { context }: MethodRequest,
): Verdict {
  if (policy === undefined) return SILENT;
  const verdict = policy.evaluate(access);
  if (context.trace !== undefined)
    context.trace.record({
      kind: 'policy',
      asked,
      principal: access.principal.kind === 'authenticated' ? access.principal.arn : 'anonymous',
      action: access.action,
      resource: access.resource,
      result: verdict.effect,
      statement: verdict.statement,
    });
  return verdict;
}
