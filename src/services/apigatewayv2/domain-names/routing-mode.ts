import type { RoutingMode } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/** The two versions of the API call the modes by different names. */
const NAMES: Readonly<Record<RoutingMode, string>> = {
  BASE_PATH_MAPPING_ONLY: 'API_MAPPING_ONLY',
  ROUTING_RULE_ONLY: 'ROUTING_RULE_ONLY',
  ROUTING_RULE_THEN_BASE_PATH_MAPPING: 'ROUTING_RULE_THEN_API_MAPPING',
};

export function routingModeName(mode: RoutingMode): string {
  return NAMES[mode];
}

/** @throws {ServiceError} 400 */
export function readRoutingMode(name: string): RoutingMode {
  const found = (Object.keys(NAMES) as RoutingMode[]).find((mode) => NAMES[mode] === name);
  if (!found) throw badRequest(`Invalid routing mode specified. Valid options are ${Object.values(NAMES).join(',')}`);
  return found;
}
