import type { BasePathMapping, DomainName } from '../../../model/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** How the empty key is stored. */
export const NONE = '(none)';

/** Whole segments of the characters that the guide allows (pages rest-api-mappings, http-api-mappings). */
const KEY = /^[A-Za-z0-9$\-_.+!*'()]+(?:\/[A-Za-z0-9$\-_.+!*'()]+)*$/;

/** Reads a mapping's key as a base path; nothing is `(none)`. @throws {ServiceError} 400 */
export function readKey(key: string | undefined): string {
  if (!key || key === NONE) return NONE;
  const hasDotSegment = key.split('/').some((segment) => segment === '.' || segment === '..');
  if (key.length > LIMITS.apiMappingKeyLength || !KEY.test(key) || hasDotSegment) {
    throw badRequest('Invalid ApiMapping key specified');
  }
  return key;
}

/**
 * Checks a mapping's key against its domain name: only regional ones of TLS 1.2 have keys of several segments (fact D154).
 * @param others the domain name's other mappings
 * @throws {ServiceError} 400, or 409 with AWS's text (reported by users) where another mapping has the key
 */
export function checkKey(domain: DomainName, { basePath }: BasePathMapping, others: readonly BasePathMapping[]): void {
  if (others.some((other) => other.basePath === basePath)) {
    throw conflict('ApiMapping key already exists for this domain name');
  }
  const isRegional = domain.endpointConfiguration.types.every((type) => type === 'REGIONAL');
  if (basePath.includes('/') && !(isRegional && domain.securityPolicy !== 'TLS_1_0')) {
    throw badRequest('Multi-level API mappings need a Regional domain name with the security policy TLS_1_2.');
  }
}

/** HTTP APIs have nothing older than TLS 1.2, and none of the policies that came later (facts D154, D155). @throws {ServiceError} 400 */
export function checkPolicyForHttpApi({ endpointConfiguration, securityPolicy }: DomainName): void {
  const isRegional = endpointConfiguration.types.every((type) => type === 'REGIONAL');
  if (isRegional && securityPolicy === 'TLS_1_2') return;
  throw badRequest('HTTP APIs can only be mapped to Regional domain names with the security policy TLS_1_2.');
}

/**
 * A domain name with rules leads to REST APIs alone, or it has mappings to APIs of one kind (guide page rest-api-routing-rules).
 * @throws {ServiceError} 400
 */
export async function refuseMixedApis(
  mappings: readonly BasePathMapping[],
  findRestApi: (apiId: string) => Promise<unknown>,
): Promise<void> {
  const kinds = await Promise.all(mappings.map(async ({ restApiId }) => (await findRestApi(restApiId)) !== undefined));
  if (new Set(kinds).size > 1) {
    throw badRequest('Routing rules are not supported for domain names with API mappings to both REST and HTTP APIs.');
  }
}
