import type { DomainName } from '../../../model/index.ts';
import type { Out } from '../types.ts';

/**
 * A domain name as `CreateDomainName` and `GetDomainNames` answer it: with dates, and with its policies as they are, not escaped like
 * an API's (Terraform's provider reads them so).
 */
export function renderDomainName(domain: DomainName): Out<'getDomainName'> {
  const { tags, certificateUploadDate, ...rest } = domain;
  return {
    ...rest,
    // The published enumerations are wider than what is stored.
    securityPolicy: domain.securityPolicy as Out<'getDomainName'>['securityPolicy'],
    ...(certificateUploadDate !== undefined && { certificateUploadDate: new Date(certificateUploadDate * 1000) }),
    ...(Object.keys(tags).length > 0 && { tags }),
  };
}

/** A domain name as `GetDomainName` and `UpdateDomainName` answer it: always with its tags. */
export function renderTaggedDomainName(domain: DomainName): Out<'getDomainName'> {
  return { ...renderDomainName(domain), tags: domain.tags };
}
