import type { CustomDomain } from '../../model/index.ts';
import { compileMappings } from './mappings.ts';
import type { MatchRoute } from './route.ts';
import { compileRules } from './routing-rules.ts';

/** A custom domain name that is ready to route by. */
export interface CompiledDomain {
  readonly domain: CustomDomain;
  readonly match: MatchRoute;
}

/** Rules come before mappings, whatever they are about (fact D152). A domain name without rules asks nothing about them. */
export function compileDomain(domain: CustomDomain): CompiledDomain {
  const { routingMode, mappings, rules = [] } = domain;
  const byMapping = compileMappings(routingMode === 'ROUTING_RULE_ONLY' ? [] : mappings);
  if (routingMode === 'BASE_PATH_MAPPING_ONLY' || rules.length === 0) return { domain, match: byMapping };
  const byRule = compileRules(rules);
  return { domain, match: (path, headers) => byRule(path, headers) ?? byMapping(path, headers) };
}
