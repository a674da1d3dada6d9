import type { DomainName } from '../../../model/index.ts';
import { renderPolicy } from '../rest-apis/policy.ts';
import type { Out } from '../types.ts';

/** A domain name as `CreateDomainName` and `GetDomainNames` answer it: dates, policies as JSON inside of a string. */
export function renderDomainName(domain: DomainName): Out<'getDomainName'> {
  const { tags, certificateUploadDate, policy, managementPolicy, ...rest } = domain;
  return {
    ...rest,
    // The published enumerations are wider than what is stored.
    securityPolicy: domain.securityPolicy as Out<'getDomainName'>['securityPolicy'],
    ...(certificateUploadDate !== undefined && { certificateUploadDate: new Date(certificateUploadDate * 1000) }),
    ...(policy !== undefined && { policy: renderPolicy(policy) }),
    ...(managementPolicy !== undefined && { managementPolicy: renderPolicy(managementPolicy) }),
    ...(Object.keys(tags).length > 0 && { tags }),
  };
}

/** A domain name as `GetDomainName` and `UpdateDomainName` answer it: always with its tags. */
export function renderTaggedDomainName(domain: DomainName): Out<'getDomainName'> {
  return { ...renderDomainName(domain), tags: domain.tags };
}
