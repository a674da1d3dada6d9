import { createHash } from 'node:crypto';
import type { CustomDomain, DomainName, PrivateAccess, Scope } from '../../model/index.ts';
import type { Reader } from '../../store/index.ts';
import { associatedEndpoints, type DomainNameDocument, domainNames, findDomainFiles } from './documents/index.ts';
import { minTlsVersion } from './domain-names/security-policy.ts';

/** A domain name as the data plane needs it. */
export async function readCustomDomain(
  reader: Reader,
  scope: Scope,
  { domain, mappings, rules, revision }: DomainNameDocument,
): Promise<CustomDomain> {
  const { truststore, certificate } = await findDomainFiles(reader, scope, domain);
  const access = await readAccess(reader, scope, domain);
  const { domainName, endpointAccessMode, routingMode, securityPolicy } = domain;
  const certificateArn = domain.regionalCertificateArn ?? domain.certificateArn;
  return {
    scope,
    revision,
    domainName,
    ...(endpointAccessMode && { endpointAccessMode }),
    routingMode,
    minTlsVersion: minTlsVersion(securityPolicy),
    mappings,
    ...(access && { access }),
    ...(rules?.length && { rules }),
    ...(truststore !== undefined && { truststore: { id: truststoreId(domainName, truststore), pem: truststore } }),
    ...(certificateArn !== undefined && { certificateArn }),
    ...(certificate && { certificate }),
  };
}

/** How a private domain name is reached; undefined of a public one. */
async function readAccess(reader: Reader, scope: Scope, domain: DomainName): Promise<PrivateAccess | undefined> {
  const arn = privateAccessArn(scope, domain);
  if (arn === undefined) return undefined;
  const { domainNameArn, policy } = domain;
  const vpcEndpointIds = await associatedEndpoints(reader, scope, domainNameArn);
  return { arn, vpcEndpointIds, ...(policy !== undefined && { policy }) };
}

/** What policies call a private domain name (guide page apigateway-vpc-endpoint-policies); undefined of a public one. */
export function privateAccessArn({ region, accountId }: Scope, domain: DomainName): string | undefined {
  const { domainName, domainNameId } = domain;
  if (domainNameId === undefined) return undefined;
  return `arn:aws:execute-api:${region}:${accountId}:/domainnames/${domainName}+${domainNameId}`;
}

function truststoreId(domainName: string, pem: string): string {
  return `${domainName}/${createHash('sha256').update(pem).digest('hex')}`;
}

/** The ARNs of the domain names that refer to certificates of ACM, private ones too, by the certificate's ARN. */
export async function domainNamesByCertificate(reader: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const byCertificate = new Map<string, string[]>();
  for (const { value } of await reader.scan(domainNames)) {
    const { certificateArn, regionalCertificateArn, ownershipVerificationCertificateArn, domainNameArn } = value.domain;
    for (const arn of new Set([certificateArn, regionalCertificateArn, ownershipVerificationCertificateArn])) {
      const known = arn === undefined ? undefined : byCertificate.get(arn);
      if (known) known.push(domainNameArn);
      else if (arn !== undefined) byCertificate.set(arn, [domainNameArn]);
    }
  }
  return byCertificate;
}

/** Every domain name of the installation, for a data plane that starts. */
export async function listCustomDomains(reader: Reader): Promise<readonly CustomDomain[]> {
  const found = await reader.scan(domainNames);
  return Promise.all(found.map(({ scope, value }) => readCustomDomain(reader, scope, value)));
}
