import type { Resource } from '../../../model/index.ts';
import type { Out } from '../types.ts';

/**
 * A resource as AWS answers it: its methods in full when they were asked for with `embed=methods`, otherwise their verbs
 * alone, and no map of methods when there are none (AWS CLI reference, get-resources).
 */
export function renderResource({ resourceMethods, ...rest }: Resource, embed?: readonly string[]): Out<'getResource'> {
  const methods = Object.entries(resourceMethods);
  if (methods.length === 0) return rest;
  const full = embed?.includes('methods');
  return { ...rest, resourceMethods: full ? resourceMethods : Object.fromEntries(methods.map(([verb]) => [verb, {}])) };
}
