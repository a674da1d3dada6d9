import type { CustomDomain, DomainName, EndpointType } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/** All that the service model has; the order is ours. */
export const SECURITY_POLICIES = [
  'TLS_1_0',
  'TLS_1_2',
  'SecurityPolicy_TLS13_1_3_2025_09',
  'SecurityPolicy_TLS13_1_3_FIPS_2025_09',
  'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_2021_06',
  'SecurityPolicy_TLS13_2025_EDGE',
  'SecurityPolicy_TLS12_PFS_2025_EDGE',
  'SecurityPolicy_TLS12_2018_EDGE',
] as const;

export const ENDPOINT_ACCESS_MODES = ['BASIC', 'STRICT'] as const;

/** What a domain name gets that asks for nothing (guide page apigateway-custom-domain-tls-version). */
export const DEFAULT_SECURITY_POLICY = 'TLS_1_2';

/**
 * Checks a security policy against the rest of its domain name (fact D155, D158; guide page apigateway-security-policies).
 * @throws {ServiceError} 400
 */
export function checkSecurityPolicy(domain: DomainName): void {
  const { securityPolicy, endpointAccessMode, mutualTlsAuthentication, endpointConfiguration } = domain;
  const { types } = endpointConfiguration;
  if (types.includes('PRIVATE') && securityPolicy !== 'TLS_1_2') {
    throw badRequest('Only the security policy TLS_1_2 is supported for private custom domain names.');
  }
  if (!isEnhanced(securityPolicy)) {
    if (endpointAccessMode === undefined) return;
    throw badRequest('Endpoint access mode is only supported with security policies that start with SecurityPolicy_.');
  }
  if (endpointAccessMode === undefined) {
    throw badRequest('Endpoint access mode is required for security policies that start with SecurityPolicy_.');
  }
  if (mutualTlsAuthentication) {
    throw badRequest('Mutual TLS is not supported with security policies that start with SecurityPolicy_.');
  }
  if (types.some((type) => isForEdge(securityPolicy) !== (type === 'EDGE'))) throw notFor(securityPolicy, types);
}

/** Older versions than TLS 1.2 are never spoken (RFC 8996), whatever `TLS_1_0` allows. */
export function minTlsVersion(securityPolicy: string): CustomDomain['minTlsVersion'] {
  return /TLS13_(?:1_3|2025_EDGE)/.test(securityPolicy) ? 'TLSv1.3' : 'TLSv1.2';
}

function isEnhanced(securityPolicy: string): boolean {
  return securityPolicy.startsWith('SecurityPolicy_');
}

function isForEdge(securityPolicy: string): boolean {
  return securityPolicy.endsWith('_EDGE');
}

function notFor(securityPolicy: string, types: readonly EndpointType[]) {
  return badRequest(`Security policy ${securityPolicy} is not supported for the endpoint type ${types.join(', ')}.`);
}
