import type { DomainName } from '../../../model/index.ts';
import type { NewDomainName } from '../context.ts';
import { badRequest } from '../errors.ts';
import type { In } from '../types.ts';

type Configurations = In<'createDomainName'>['DomainNameConfigurations'];

/** What a configuration says of a domain name. */
type Configured = Pick<
  NewDomainName,
  | 'regionalCertificateArn'
  | 'regionalCertificateName'
  | 'endpointConfiguration'
  | 'securityPolicy'
  | 'ownershipVerificationCertificateArn'
>;

/**
 * Reads the one configuration of a domain name. Version 2 of the API makes regional ones (guide page
 * http-api-custom-domain-names).
 * @throws {ServiceError} 400; the texts are ours
 */
export function readConfiguration(configurations: Configurations): Configured {
  const [configuration, ...more] = configurations ?? [];
  if (configuration === undefined || more.length > 0) {
    throw badRequest('Exactly one domain name configuration must be specified.');
  }
  const { CertificateArn, CertificateName, EndpointType = 'REGIONAL', IpAddressType, SecurityPolicy } = configuration;
  if (EndpointType !== 'REGIONAL') throw badRequest('Invalid endpoint type specified. Valid options are REGIONAL');
  if (SecurityPolicy !== undefined && !/^TLS_1_[02]$/.test(SecurityPolicy)) {
    throw badRequest('Invalid security policy specified. Valid options are TLS_1_0,TLS_1_2');
  }
  return {
    ...(CertificateArn && { regionalCertificateArn: CertificateArn }),
    ...(CertificateName && { regionalCertificateName: CertificateName }),
    endpointConfiguration: { types: ['REGIONAL'], ...(IpAddressType && { ipAddressType: readIpType(IpAddressType) }) },
    ...(SecurityPolicy && { securityPolicy: SecurityPolicy }),
    ...(configuration.OwnershipVerificationCertificateArn && {
      ownershipVerificationCertificateArn: configuration.OwnershipVerificationCertificateArn,
    }),
  };
}

/** A domain name as a new configuration makes it; what the configuration leaves out stays. @throws {ServiceError} 400 */
export function reconfigured(domain: DomainName, configurations: Configurations): DomainName {
  if (!configurations?.length) return domain;
  const { endpointConfiguration, ...rest } = readConfiguration(configurations);
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...domain,
    ...Object.fromEntries(given),
    endpointConfiguration: { ...domain.endpointConfiguration, ...endpointConfiguration },
  };
}

function readIpType(type: string): 'ipv4' | 'dualstack' {
  if (type !== 'ipv4' && type !== 'dualstack') throw badRequest('ipAddressType must be either ipv4 or dualstack.');
  return type;
}
