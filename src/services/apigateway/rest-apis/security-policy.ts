import { enumViolations, type Violation } from '../../../aws/index.ts';
import type { RestApi } from '../../../model/index.ts';
import { ENDPOINT_ACCESS_MODES, SECURITY_POLICIES } from '../domain-names/index.ts';
import { badRequest } from '../errors.ts';
import { oneOf, optional } from '../patch/index.ts';
import type { In } from '../types.ts';

export function securityPolicyViolations(input: In<'createRestApi'>): readonly Violation[] {
  return [
    ...enumViolations(input.securityPolicy, 'createRestApiInput.securityPolicy', SECURITY_POLICIES),
    ...enumViolations(input.endpointAccessMode, 'createRestApiInput.endpointAccessMode', ENDPOINT_ACCESS_MODES),
  ];
}

/** What a new API is given of the two. */
export function newSecurityPolicy(input: In<'createRestApi'>): Pick<RestApi, 'securityPolicy' | 'endpointAccessMode'> {
  const { securityPolicy } = input;
  const endpointAccessMode = ENDPOINT_ACCESS_MODES.find((mode) => mode === input.endpointAccessMode);
  return { ...(securityPolicy && { securityPolicy }), ...(endpointAccessMode && { endpointAccessMode }) };
}

export const readSecurityPolicy = optional(
  oneOf(SECURITY_POLICIES, `Invalid SecurityPolicy specified. Valid options are ${SECURITY_POLICIES.join(',')}`),
);
export const readEndpointAccessMode = optional(
  oneOf(
    ENDPOINT_ACCESS_MODES,
    `Invalid EndpointAccessMode specified. Valid options are ${ENDPOINT_ACCESS_MODES.join(',')}`,
  ),
);

/**
 * Checks the policy of an API's default endpoint: each is for edge-optimized or for other endpoints, and the enhanced ones go
 * together with an access mode (fact D155; guide page apigateway-security-policies).
 * @throws {ServiceError} 400; the texts are ours
 */
export function checkSecurityPolicy({ securityPolicy, endpointAccessMode, endpointConfiguration }: RestApi): void {
  const isEnhanced = securityPolicy?.startsWith('SecurityPolicy_') ?? false;
  if (!isEnhanced && endpointAccessMode !== undefined) {
    throw badRequest('Endpoint access mode is only supported with security policies that start with SecurityPolicy_.');
  }
  if (!isEnhanced || securityPolicy === undefined) return;
  if (endpointAccessMode === undefined) {
    throw badRequest('Endpoint access mode is required for security policies that start with SecurityPolicy_.');
  }
  const isEdge = endpointConfiguration.types.includes('EDGE');
  if (securityPolicy.endsWith('_EDGE') !== isEdge) {
    throw badRequest(
      `Security policy ${securityPolicy} is not supported for the endpoint type ${endpointConfiguration.types.join(', ')}.`,
    );
  }
}
