import { isPresigned } from '../../sigv4/index.ts';
import { isSigV4 } from '../headers/index.ts';
import { authenticate } from '../iam/index.ts';
import type { CompileScope, MethodRequest } from '../method/index.ts';
import { firstHeader } from '../text/index.ts';
import type { EndpointPolicies } from '../vpc-endpoints/endpoint-policies.ts';
import { deniedByPolicies } from './access-denied.ts';
import { signedAccess } from './caller-access.ts';
import { evaluatePolicy } from './evaluate-policy.ts';
import type { Guard } from './guard.ts';
import { readAhead } from './read-ahead.ts';
import { anonymousAccess } from './resource-policy.ts';

/**
 * The phase "VPC endpoint policy" of private APIs, before every other guard. Who calls is read off the signature, if there is
 * one, whatever the method asks for; a wrong one is refused (guide page apigateway-vpc-endpoint-policies).
 */
export function compileEndpointGuard(policies: EndpointPolicies | undefined, scope: CompileScope): Guard | undefined {
  if (policies === undefined) return undefined;
  return async (request) => {
    const { vpcEndpoint } = request.context;
    const policy = vpcEndpoint && policies(vpcEndpoint);
    if (policy === undefined) return undefined;
    if (!isSigned(request)) {
      const { effect } = evaluatePolicy(policy, 'endpoint policy', anonymousAccess(request), request);
      return effect === 'Allow' ? undefined : deniedByPolicies('anonymous', request, effect === 'Deny');
    }
    const caller = await authenticate(request, scope.signers, scope.now(), readAhead);
    if (caller.kind !== 'caller') return caller;
    const { effect } = evaluatePolicy(policy, 'endpoint policy', signedAccess(request, caller.signer), request);
    const { arn } = caller.signer.principal;
    return effect === 'Allow' ? undefined : deniedByPolicies(arn, request, effect === 'Deny');
  };
}

/** In a header or in the query. Another `Authorization` is for the method's own authorizer. */
function isSigned({ headers, address }: MethodRequest): boolean {
  const authorization = firstHeader(headers, 'authorization');
  return authorization === undefined ? isPresigned(address.query) : isSigV4(authorization);
}
