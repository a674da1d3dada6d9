import type { BasePathMapping } from '../../model/index.ts';
import type { DomainRoute, MatchRoute } from './route.ts';

/** The mapping with the longest base path of whole segments; the empty one takes what is left (fact D149). */
export function compileMappings(mappings: readonly BasePathMapping[]): MatchRoute {
  const byPath = new Map(mappings.map((mapping) => [mapping.basePath, routeOf(mapping)]));
  const fallback = byPath.get('(none)');
  byPath.delete('(none)');
  const deepest = Math.max(0, ...[...byPath.keys()].map((basePath) => basePath.split('/').length));
  return (path) => {
    let found = fallback;
    let end = 0;
    for (let depth = 0; depth < deepest && end < path.length; depth++) {
      const slash = path.indexOf('/', end + 1);
      end = slash < 0 ? path.length : slash;
      found = byPath.get(path.slice(1, end)) ?? found;
    }
    return found;
  };
}

function routeOf({ basePath, restApiId, stage }: BasePathMapping): DomainRoute {
  const end = basePath === '(none)' ? 0 : basePath.length + 1;
  return { apiId: restApiId, stage, end, basePath, ruleId: '-' };
}
