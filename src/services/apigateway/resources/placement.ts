import type { Resource, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { findChildName } from '../documents/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { pathPartKind } from './path-part.ts';

/**
 * Checks that a resource may stand under a parent with a path part: nothing below a greedy variable, one variable a
 * parent, no two of one name (features A1.5, fact D164).
 * @param restApiId the API of both
 * @throws {ServiceError} 400 or 409 with AWS's text
 */
export async function checkPlacement(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  parent: Resource,
  pathPart: string,
): Promise<void> {
  const kind = pathPartKind(pathPart);
  if (parent.pathPart !== undefined && pathPartKind(parent.pathPart) === 'greedy') {
    throw badRequest(`Cannot create a child of a resource with a greedy path variable: ${parent.pathPart}`);
  }
  if (await hasChild(reader, scope, restApiId, parent.id, pathPart)) {
    throw conflict(`Another resource with the same parent already has this name: ${pathPart}`);
  }
  const variable = kind === 'literal' ? undefined : await findChildName(reader, scope, restApiId, parent.id, '{');
  if (variable !== undefined) {
    throw badRequest(
      `A sibling (${variable}) of this resource already has a variable path part -- only one is allowed`,
    );
  }
}

async function hasChild(reader: Reader, scope: Scope, restApiId: string, parentId: string, pathPart: string) {
  // The listing is in order of ids, so the exact name comes before every longer one that begins like it.
  return (await findChildName(reader, scope, restApiId, parentId, pathPart)) === pathPart;
}
