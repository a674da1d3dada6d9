import { ServiceError } from '../../../aws/index.ts';
import type { BasePathMapping, DomainName, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { findStage, requireRestApi } from '../documents/index.ts';
import { badRequest, conflict } from '../errors.ts';

/** Stands for the empty base path, and for a stage that the path names. */
export const NONE = '(none)';

/** The longest path of a mapping (features A11.1). */
const MAX_LENGTH = 300;

/**
 * Reads a base path: one segment of the characters that the guide allows (page rest-api-mappings); nothing is `(none)`.
 * @throws {ServiceError} 400
 */
export function readBasePath(basePath: string | undefined): string {
  if (!basePath || basePath === NONE) return NONE;
  if (basePath.includes('/')) {
    throw badRequest(
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.",
    );
  }
  if (basePath.length > MAX_LENGTH || !/^[A-Za-z0-9$\-_.+!*'()]+$/.test(basePath) || /^\.\.?$/.test(basePath)) {
    throw badRequest('Invalid base path specified');
  }
  return basePath;
}

/** A stage's name; nothing and `(none)` leave it to the path. */
export function readStage(stage: string | undefined): string | undefined {
  return !stage || stage === NONE ? undefined : stage;
}

/**
 * Checks where a mapping leads, and that no other has its base path.
 * @param others the domain name's other mappings
 * @throws {ServiceError} 400, 409 with AWS's texts
 */
export async function checkMapping(
  reader: Reader,
  scope: Scope,
  domain: DomainName,
  { basePath, restApiId, stage }: BasePathMapping,
  others: readonly BasePathMapping[],
): Promise<void> {
  if (others.some((other) => other.basePath === basePath)) {
    throw conflict(
      basePath === NONE
        ? 'Only one base path mapping is allowed if the base path is empty.'
        : 'Base path already exists for this domain name',
    );
  }
  const { endpointConfiguration } = await requireRestApi(reader, scope, restApiId).catch((error: unknown) => {
    throw error instanceof ServiceError ? badRequest('Invalid REST API identifier specified') : error;
  });
  if (stage !== undefined && !(await findStage(reader, scope, restApiId, stage))) {
    throw badRequest('Invalid stage identifier specified');
  }
  // Guide page apigateway-private-custom-domains: neither leads to the other.
  if (endpointConfiguration.types.includes('PRIVATE') !== (domain.domainNameId !== undefined)) {
    throw badRequest(
      domain.domainNameId === undefined
        ? 'Private APIs can only be mapped to private custom domain names.'
        : 'Only private APIs can be mapped to private custom domain names.',
    );
  }
}
