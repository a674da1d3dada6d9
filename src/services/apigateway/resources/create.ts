import type { Resource, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { hasResource, putResource } from '../documents/index.ts';
import { childPath } from './path-part.ts';
import { checkPlacement } from './placement.ts';

/**
 * Makes a resource without methods under a parent.
 * @throws {ServiceError} 400 or 409 with AWS's text when it may not stand there
 */
export async function createResource(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  parent: Resource,
  pathPart: string,
  ids: IdMakers,
): Promise<Resource> {
  await checkPlacement(tx, scope, restApiId, parent, pathPart);
  let id = ids.entityId();
  while (await hasResource(tx, scope, restApiId, id)) id = ids.entityId();
  const path = childPath(parent.path, pathPart);
  const resource: Resource = { id, parentId: parent.id, pathPart, path, resourceMethods: {} };
  await putResource(tx, scope, restApiId, resource);
  return resource;
}
