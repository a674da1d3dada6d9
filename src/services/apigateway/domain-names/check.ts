import type { DomainName, Scope } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { checkCertificateArns } from './certificate-arn.ts';
import { checkEndpoint, withEndpoints } from './endpoint.ts';
import { checkSecurityPolicy } from './security-policy.ts';

/**
 * Checks a domain name as a whole, after it was made or changed, and gives it what follows from its endpoint types.
 * @throws {ServiceError} 400
 */
export function completeDomain(domain: DomainName, scope: Scope): DomainName {
  const { types } = domain.endpointConfiguration;
  const isPrivate = domain.domainNameId !== undefined;
  checkEndpoint(domain.endpointConfiguration, isPrivate);
  checkSecurityPolicy(domain);
  checkCertificateArns(domain, scope);
  if (domain.mutualTlsAuthentication && !(types.length === 1 && types[0] === 'REGIONAL')) {
    throw badRequest('Mutual TLS authentication is only supported for Regional custom domain names.');
  }
  if (domain.mutualTlsAuthentication && domain.securityPolicy === 'TLS_1_0') {
    throw badRequest('Mutual TLS authentication requires a minimum TLS version of 1.2.');
  }
  if (!isPrivate && (domain.policy !== undefined || domain.managementPolicy !== undefined)) {
    throw badRequest('Policies are only supported for private custom domain names.');
  }
  return withEndpoints(domain, scope);
}
