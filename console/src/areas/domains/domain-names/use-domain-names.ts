import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';

export type DomainName = Output<'apigateway', 'getDomainName'>;

/** What a call names a domain name by. */
export interface DomainAddress {
  readonly domainName: string;
  /** Of private ones. */
  readonly domainNameId?: string;
}

/** Both versions of the API have the same ones; only the first has private ones. */
export function useDomainNames(): Read<readonly DomainName[]> {
  return useAll('apigateway', 'getDomainNames', { limit: 500 }, ({ items }) => items);
}

export function useDomainName(address: DomainAddress): Read<DomainName> {
  return useCall('apigateway', 'getDomainName', address);
}

export function addressOf({ domainName = '', domainNameId }: DomainName): DomainAddress {
  return { domainName, ...(domainNameId !== undefined && { domainNameId }) };
}

export function typesOf({ endpointConfiguration }: DomainName): readonly string[] {
  return endpointConfiguration?.types ?? [];
}

export function isPrivate(domain: DomainName): boolean {
  return typesOf(domain).includes('PRIVATE');
}

/** The name of AWS's form that DNS would point to there. */
export function targetOf({ regionalDomainName, distributionDomainName }: DomainName): string | undefined {
  return regionalDomainName ?? distributionDomainName;
}
