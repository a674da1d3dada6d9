import { OpenApiError } from '../errors.ts';
import { OPENAPI_LIMITS } from '../limits.ts';

/**
 * Walks a document, YAML's aliases followed, and refuses one that is too deep or too large. Keeps a list of what is still
 * to be seen, so that no depth can exhaust the stack.
 * @throws {OpenApiError}
 */
export function checkExtent(document: unknown): void {
  let level: unknown[] = [document];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > OPENAPI_LIMITS.depth) {
      throw new OpenApiError(`Invalid OpenAPI input. It is nested deeper than ${OPENAPI_LIMITS.depth} levels.`);
    }
    if (values > OPENAPI_LIMITS.values) {
      throw new OpenApiError(`Invalid OpenAPI input. It has more than ${OPENAPI_LIMITS.values} values.`);
    }
    level = childrenOf(level, OPENAPI_LIMITS.values - values);
  }
}

/** At most one more than `most`: enough to know that there are too many. */
function childrenOf(parents: readonly unknown[], most: number): unknown[] {
  const children: unknown[] = [];
  for (const parent of parents) {
    if (typeof parent !== 'object' || parent === null) continue;
    for (const child of Object.values(parent)) children.push(child);
    if (children.length > most) break;
  }
  return children;
}
