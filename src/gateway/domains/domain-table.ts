import type { CustomDomain } from '../../model/index.ts';
import { type CompiledDomain, compileDomain } from './compile-domain.ts';

/** Knows every custom domain name of the installation. */
export class DomainTable {
  #domains = new Map<string, CompiledDomain>();

  /** The domain name that a host name means: itself, else the wildcard for its first label. Host names know no case. */
  find(hostname: string): CompiledDomain | undefined {
    // Most gateways have no domain names, and pay for none.
    if (this.#domains.size === 0) return undefined;
    const name = hostname.toLowerCase();
    const exact = this.#domains.get(name);
    if (exact !== undefined) return exact;
    const dot = name.indexOf('.');
    return dot <= 0 ? undefined : this.#domains.get(`*${name.slice(dot)}`);
  }

  /** Replaces the whole list. */
  set(domains: readonly CustomDomain[]): void {
    this.#domains = new Map(domains.map((domain) => [domain.domainName, compileDomain(domain)]));
  }

  /** Adds a domain name or a newer revision of one; news that come late are ignored. */
  put(domain: CustomDomain): void {
    const known = this.#domains.get(domain.domainName);
    if (known === undefined || known.domain.revision < domain.revision) {
      this.#domains.set(domain.domainName, compileDomain(domain));
    }
  }

  remove({ domainName, revision }: Pick<CustomDomain, 'domainName' | 'revision'>): void {
    const known = this.#domains.get(domainName);
    if (known !== undefined && known.domain.revision <= revision) this.#domains.delete(domainName);
  }
}
