import { createHash } from 'node:crypto';
import type { CustomDomain, Scope } from '../../model/index.ts';
import type { Reader } from '../../store/index.ts';
import { type DomainFiles, type DomainNameDocument, domainNames, findDomainFiles } from './documents/index.ts';
import { minTlsVersion } from './domain-names/security-policy.ts';

/** A public domain name as the data plane needs it. */
export function customDomainOf(
  scope: Scope,
  { domain, mappings, rules, revision }: DomainNameDocument,
  { truststore, certificate }: DomainFiles,
): CustomDomain {
  const { domainName, endpointAccessMode, routingMode, securityPolicy } = domain;
  return {
    scope,
    revision,
    domainName,
    ...(endpointAccessMode && { endpointAccessMode }),
    routingMode,
    minTlsVersion: minTlsVersion(securityPolicy),
    mappings,
    ...(rules?.length && { rules }),
    ...(truststore !== undefined && { truststore: { id: truststoreId(domainName, truststore), pem: truststore } }),
    ...(certificate && { certificate }),
  };
}

function truststoreId(domainName: string, pem: string): string {
  return `${domainName}/${createHash('sha256').update(pem).digest('hex')}`;
}

/** Every public domain name of the installation, for a data plane that starts. */
export async function listCustomDomains(reader: Reader): Promise<readonly CustomDomain[]> {
  const found = await reader.scan(domainNames);
  const served = found.filter(({ value }) => value.domain.domainNameId === undefined);
  return Promise.all(
    served.map(async ({ scope, value }) =>
      customDomainOf(scope, value, await findDomainFiles(reader, scope, value.domain)),
    ),
  );
}
