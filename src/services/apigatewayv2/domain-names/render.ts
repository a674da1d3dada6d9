import type { DomainName, EndpointType } from '../../../model/index.ts';
import type { Out } from '../types.ts';
import { routingModeName } from './routing-mode.ts';

type DomainNameOut = NonNullable<Out<'getDomainNames'>['Items']>[number];

/** A domain name as version 2 of the API shows it: a configuration for each of its endpoint types. */
export function renderDomainName(domain: DomainName): DomainNameOut {
  const { mutualTlsAuthentication: mutualTls } = domain;
  return {
    ApiMappingSelectionExpression: '$request.basepath',
    DomainName: domain.domainName,
    DomainNameArn: domain.domainNameArn,
    DomainNameConfigurations: domain.endpointConfiguration.types.map((type) => configurationOf(domain, type)),
    ...(mutualTls && {
      MutualTlsAuthentication: {
        TruststoreUri: mutualTls.truststoreUri,
        TruststoreVersion: mutualTls.truststoreVersion,
        TruststoreWarnings: mutualTls.truststoreWarnings,
      },
    }),
    RoutingMode: routingModeName(domain.routingMode),
    Tags: domain.tags,
  };
}

function configurationOf(
  domain: DomainName,
  type: EndpointType,
): NonNullable<DomainNameOut['DomainNameConfigurations']>[number] {
  const isEdge = type === 'EDGE';
  const uploadedAt = domain.certificateUploadDate;
  return {
    ApiGatewayDomainName: isEdge ? domain.distributionDomainName : domain.regionalDomainName,
    CertificateArn: isEdge ? domain.certificateArn : domain.regionalCertificateArn,
    CertificateName: isEdge ? domain.certificateName : domain.regionalCertificateName,
    ...(isEdge && uploadedAt !== undefined && { CertificateUploadDate: new Date(uploadedAt * 1000) }),
    DomainNameStatus: domain.domainNameStatus,
    EndpointType: type,
    HostedZoneId: isEdge ? domain.distributionHostedZoneId : domain.regionalHostedZoneId,
    IpAddressType: domain.endpointConfiguration.ipAddressType,
    SecurityPolicy: domain.securityPolicy,
    OwnershipVerificationCertificateArn: domain.ownershipVerificationCertificateArn,
  };
}
