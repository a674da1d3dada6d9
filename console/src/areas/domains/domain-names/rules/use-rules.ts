import { type Read, useAll } from '../../../../data/index.ts';
import { addressOf, type DomainName } from '../use-domain-names.ts';
import type { Rule } from './rule-draft.ts';

/** A domain name's name as version 2 of the API spells it. */
export function ruleAddress(domain: DomainName): { DomainName: string; DomainNameId?: string } {
  const { domainName, domainNameId } = addressOf(domain);
  return { DomainName: domainName, ...(domainNameId !== undefined && { DomainNameId: domainNameId }) };
}

export function useRules(domain: DomainName): Read<readonly Rule[]> {
  return useAll('apigatewayv2', 'listRoutingRules', ruleAddress(domain), ({ RoutingRules }) => RoutingRules);
}
