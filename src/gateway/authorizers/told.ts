import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { MethodRequest } from '../method/index.ts';
import type { Authorization } from './authorize.ts';

/**
 * What an authorizer came to, told to the request's trace.
 * @param isKept it was known from an earlier request
 */
export function told<Decision extends Authorization | GatewayFailure>(
  decision: Decision,
  isKept: boolean,
  { context }: MethodRequest,
): Decision {
  if (context.trace === undefined || decision.kind === 'failure') return decision;
  const { principalId, properties, claims } = decision.facts;
  context.trace.record({ kind: 'authorized', isKept, principalId, facts: { ...properties, ...claims } });
  return decision;
}
