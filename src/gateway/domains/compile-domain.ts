import type { BasePathMapping, CustomDomain } from '../../model/index.ts';

/** A mapping that fits a path. */
export interface MatchedMapping {
  readonly mapping: BasePathMapping;
  /** Where the path that follows the base path begins: at a slash, or at the end. */
  readonly end: number;
}

/** A custom domain name that is ready to route by. */
export interface CompiledDomain {
  readonly domain: CustomDomain;
  /**
   * The mapping with the longest base path of whole segments; the empty one takes what is left (fact D149).
   * @param path begins with `/`, without the query, percent-encoding as received
   */
  match(path: string): MatchedMapping | undefined;
}

export function compileDomain(domain: CustomDomain): CompiledDomain {
  // Routing rules belong to the second version of the API and are not built, so there are none that could match.
  const mappings = domain.routingMode === 'ROUTING_RULE_ONLY' ? [] : domain.mappings;
  const byPath = new Map(mappings.map((mapping) => [mapping.basePath, mapping]));
  const catchAll = byPath.get('(none)');
  byPath.delete('(none)');
  const deepest = Math.max(0, ...[...byPath.keys()].map((basePath) => basePath.split('/').length));
  const fallback = catchAll && { mapping: catchAll, end: 0 };
  return {
    domain,
    match(path) {
      let found: MatchedMapping | undefined;
      let end = 0;
      for (let depth = 0; depth < deepest && end < path.length; depth++) {
        const slash = path.indexOf('/', end + 1);
        end = slash < 0 ? path.length : slash;
        const mapping = byPath.get(path.slice(1, end));
        if (mapping !== undefined) found = { mapping, end };
      }
      return found ?? fallback;
    },
  };
}
