import type { Exchange } from '../../http/index.ts';
import type { VpcEndpointTable } from '../vpc-endpoints/index.ts';
import type { CompiledDomain } from './compile-domain.ts';
import { compileDomainPolicy, type DomainPolicy } from './domain-policy.ts';

interface PrivateDomain {
  readonly compiled: CompiledDomain;
  readonly vpcEndpointIds: ReadonlySet<string>;
  readonly admits: DomainPolicy;
}

/**
 * Private custom domain names (fact D158; guide page apigateway-private-custom-domains). Several may have one name: an endpoint
 * leads to the one that it is associated with.
 */
export class PrivateDomains {
  readonly #endpoints: () => VpcEndpointTable;
  #byName: ReadonlyMap<string, readonly PrivateDomain[]> = new Map();

  constructor(endpoints: () => VpcEndpointTable) {
    this.#endpoints = endpoints;
  }

  /**
   * @param name in lower case
   * @returns undefined where there is no private domain name of that name, `forbidden` where the client may use none
   */
  find(name: string, exchange: Exchange): CompiledDomain | 'forbidden' | undefined {
    const domains = this.#byName.get(name);
    if (domains === undefined) return undefined;
    const endpoint = this.#endpoints().find(exchange.peer.address, undefined);
    if (endpoint === undefined) return 'forbidden';
    const domain = domains.find(({ vpcEndpointIds }) => vpcEndpointIds.has(endpoint.id));
    return domain?.admits(exchange, endpoint) ? domain.compiled : 'forbidden';
  }

  /** Replaces the whole list. @param all public ones, too, which are left out */
  set(all: Iterable<CompiledDomain>): void {
    const byName = new Map<string, PrivateDomain[]>();
    for (const compiled of all) {
      const { domainName, access } = compiled.domain;
      if (access === undefined) continue;
      const vpcEndpointIds = new Set(access.vpcEndpointIds);
      const domain = { compiled, vpcEndpointIds, admits: compileDomainPolicy(access, this.#endpoints) };
      byName.set(domainName, [...(byName.get(domainName) ?? []), domain]);
    }
    this.#byName = byName;
  }
}
