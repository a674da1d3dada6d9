import type { ClientIdentity, CustomDomain, RemovedDomain } from '../model/index.ts';
import type { CertificatePublisher } from '../services/acm/index.ts';
import type { DomainPublisher } from '../services/apigateway/index.ts';

/** Where a change of a custom domain name must arrive before the call that made it is answered. */
export interface DomainSubscriber {
  putDomain(domain: CustomDomain): Promise<void> | void;
  removeDomain(domain: RemovedDomain): Promise<void> | void;
  setDomains(domains: readonly CustomDomain[]): Promise<void> | void;
}

/**
 * The custom domain names that are served, and those who serve them; kept like the list of stages (`stage-directory.ts`). Each
 * is told with the certificate that it refers to, also when that one changes.
 */
export interface DomainDirectory extends DomainPublisher, CertificatePublisher {
  list(): readonly CustomDomain[];
  subscribe(subscriber: DomainSubscriber): void;
  clear(): Promise<void>;
}

/** @param stored certificates of ACM by ARN */
export function createDomainDirectory(
  served: readonly CustomDomain[],
  stored: ReadonlyMap<string, ClientIdentity>,
): DomainDirectory {
  const domains = new Map(served.map((domain) => [keyOf(domain), domain]));
  const certificates = new Map(stored);
  const subscribers: DomainSubscriber[] = [];

  async function tell(news: (subscriber: DomainSubscriber) => Promise<void> | void): Promise<void> {
    await Promise.all(subscribers.map(news));
  }

  function withCertificate(domain: CustomDomain): CustomDomain {
    const certificate = domain.certificate ?? certificates.get(domain.certificateArn ?? '');
    return certificate ? { ...domain, certificate } : domain;
  }

  async function tellUsers(certificateArn: string): Promise<void> {
    const users = [...domains.values()].filter((domain) => domain.certificateArn === certificateArn);
    for (const domain of users) await tell((subscriber) => subscriber.putDomain(withCertificate(domain)));
  }

  return {
    list: () => [...domains.values()].map(withCertificate),
    subscribe(subscriber) {
      subscribers.push(subscriber);
    },
    async domainChanged(domain) {
      const known = domains.get(keyOf(domain));
      // Two changes may be told in another order than that in which they were made.
      if (known === undefined || known.revision < domain.revision) domains.set(keyOf(domain), domain);
      await tell((subscriber) => subscriber.putDomain(withCertificate(domain)));
    },
    async domainRemoved(removed) {
      const known = domains.get(keyOf(removed));
      if (known !== undefined && known.revision <= removed.revision) domains.delete(keyOf(removed));
      await tell((subscriber) => subscriber.removeDomain(removed));
    },
    async certificateChanged(arn, identity) {
      certificates.set(arn, identity);
      await tellUsers(arn);
    },
    async certificateRemoved(arn) {
      certificates.delete(arn);
      await tellUsers(arn);
    },
    async clear() {
      domains.clear();
      certificates.clear();
      await tell((subscriber) => subscriber.setDomains([]));
    },
  };
}

/** Of private domain names several may have one name. */
function keyOf({ domainName, access }: RemovedDomain): string {
  return access?.arn ?? domainName;
}
