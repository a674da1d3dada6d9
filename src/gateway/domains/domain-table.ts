import type { Exchange } from '../../http/index.ts';
import type { CustomDomain, RemovedDomain } from '../../model/index.ts';
import type { VpcEndpointTable } from '../vpc-endpoints/index.ts';
import { type CompiledDomain, compileDomain } from './compile-domain.ts';
import { PrivateDomains } from './private-domains.ts';

/** Knows every custom domain name of the installation. */
export class DomainTable {
  #domains = new Map<string, CompiledDomain>();
  readonly #private: PrivateDomains;

  /** @param endpoints asked when a private domain name is called */
  constructor(endpoints: () => VpcEndpointTable) {
    this.#private = new PrivateDomains(endpoints);
  }

  /**
   * The domain name that a host name means to a client: itself, else the wildcard for its first label. Host names know no case.
   * @returns `forbidden` for a private one that lets the client in by no way
   */
  find(hostname: string, exchange: Exchange): CompiledDomain | 'forbidden' | undefined {
    // Most gateways have no domain names, and pay for none.
    if (this.#domains.size === 0) return undefined;
    const name = hostname.toLowerCase();
    const privately = this.#private.find(name, exchange);
    if (typeof privately === 'object') return privately;
    const exact = this.#domains.get(name);
    if (exact !== undefined) return exact;
    const dot = name.indexOf('.');
    return (dot <= 0 ? undefined : this.#domains.get(`*${name.slice(dot)}`)) ?? privately;
  }

  /** Replaces the whole list. */
  set(domains: readonly CustomDomain[]): void {
    this.#domains = new Map(domains.map((domain) => [keyOf(domain), compileDomain(domain)]));
    this.#private.set(this.#domains.values());
  }

  /** Adds a domain name or a newer revision of one; news that come late are ignored. */
  put(domain: CustomDomain): void {
    const known = this.#domains.get(keyOf(domain));
    if (known !== undefined && known.domain.revision >= domain.revision) return;
    this.#domains.set(keyOf(domain), compileDomain(domain));
    if (domain.access !== undefined) this.#private.set(this.#domains.values());
  }

  remove(removed: RemovedDomain): void {
    const known = this.#domains.get(keyOf(removed));
    if (known === undefined || known.domain.revision > removed.revision) return;
    this.#domains.delete(keyOf(removed));
    if (removed.access !== undefined) this.#private.set(this.#domains.values());
  }
}

/** No host name looks like the ARN of a private one. */
function keyOf({ domainName, access }: RemovedDomain): string {
  return access?.arn ?? domainName;
}
