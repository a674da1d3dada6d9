import type { CustomDomain, RemovedDomain } from '../model/index.ts';
import type { DomainPublisher } from '../services/apigateway/index.ts';

/** Where a change of a custom domain name must arrive before the call that made it is answered. */
export interface DomainSubscriber {
  putDomain(domain: CustomDomain): Promise<void> | void;
  removeDomain(domain: RemovedDomain): Promise<void> | void;
  setDomains(domains: readonly CustomDomain[]): Promise<void> | void;
}

/** The custom domain names that are served, and those who serve them; kept like the list of stages (`stage-directory.ts`). */
export interface DomainDirectory extends DomainPublisher {
  list(): readonly CustomDomain[];
  subscribe(subscriber: DomainSubscriber): void;
  clear(): Promise<void>;
}

export function createDomainDirectory(served: readonly CustomDomain[]): DomainDirectory {
  const domains = new Map(served.map((domain) => [keyOf(domain), domain]));
  const subscribers: DomainSubscriber[] = [];

  async function tell(news: (subscriber: DomainSubscriber) => Promise<void> | void): Promise<void> {
    await Promise.all(subscribers.map(news));
  }

  return {
    list: () => [...domains.values()],
    subscribe(subscriber) {
      subscribers.push(subscriber);
    },
    async domainChanged(domain) {
      const known = domains.get(keyOf(domain));
      // Two changes may be told in another order than that in which they were made.
      if (known === undefined || known.revision < domain.revision) domains.set(keyOf(domain), domain);
      await tell((subscriber) => subscriber.putDomain(domain));
    },
    async domainRemoved(removed) {
      const known = domains.get(keyOf(removed));
      if (known !== undefined && known.revision <= removed.revision) domains.delete(keyOf(removed));
      await tell((subscriber) => subscriber.removeDomain(removed));
    },
    async clear() {
      domains.clear();
      await tell((subscriber) => subscriber.setDomains([]));
    },
  };
}

/** Of private domain names several may have one name. */
function keyOf({ domainName, access }: RemovedDomain): string {
  return access?.arn ?? domainName;
}
