import { ServiceError } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import { readBody } from '../import/index.ts';
import { CALLER } from './passed-roles.ts';

/** What a file says that more is needed for than for importing it. */
export interface ImportedRights {
  /** Roles that API Gateway is to use, as they are written. */
  readonly roles: readonly string[];
  readonly setsPolicy: boolean;
}

const NONE: ImportedRights = { roles: [], setsPolicy: false };

/**
 * Looks for roles and a policy in a file. References may lead to anywhere in it, so every object that could be an integration or
 * an authorizer counts (guide pages api-gateway-swagger-extensions-integration and -authorizer). A file that cannot be read is
 * for the handler to refuse.
 */
export async function rightsOfFile(body: Uint8Array, scope: Scope): Promise<ImportedRights> {
  try {
    const document = await readBody(body, scope);
    return { roles: rolesIn(document), setsPolicy: Object.hasOwn(document, 'x-amazon-apigateway-policy') };
  } catch (error) {
    if (error instanceof ServiceError) return NONE;
    throw error;
  }
}

/** Level by level, so that no depth exhausts the stack; how much there is was bounded when the file was read. */
function rolesIn(document: object): readonly string[] {
  const roles = new Set<string>();
  for (let level: readonly object[] = [document]; level.length > 0; level = level.flatMap(objectsIn)) {
    for (const object of level) {
      const ofIntegration = Object.hasOwn(object, 'type') ? field(object, 'credentials') : undefined;
      for (const role of [ofIntegration, field(object, 'authorizerCredentials')]) {
        if (typeof role === 'string' && role !== '' && role !== CALLER) roles.add(role);
      }
    }
  }
  return [...roles];
}

function field(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;
}

function objectsIn(object: object): readonly object[] {
  return Object.values(object).filter((value): value is object => typeof value === 'object' && value !== null);
}
