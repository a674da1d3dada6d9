import type { Resource, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import { descendants, dropName, putResource, requireResource } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { compilePatch, type PatchOperation, refuseListingPaths, rulesOf, text } from '../patch/index.ts';
import { childPath } from './path-part.ts';
import { checkPlacement } from './placement.ts';

const { replace } = rulesOf<Resource>();

/** What `UpdateResource` may do (API reference, "Patch Operations", UpdateResource; recorded). */
const patchResource = compilePatch<Resource>({
  refuse: refuseListingPaths,
  rules: [replace('/parentId', 'parentId', text), replace('/pathPart', 'pathPart', text)],
});

/** Renames or moves a resource; the paths of everything below it follow. */
export async function updateResource(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  resourceId: string,
  operations: readonly PatchOperation[] | undefined,
): Promise<Resource> {
  const before = await requireResource(tx, scope, restApiId, resourceId);
  const wanted = patchResource(before, operations);
  if (wanted.parentId === before.parentId && wanted.pathPart === before.pathPart) return before;
  if (before.parentId === undefined) {
    throw badRequest(`Root resource cannot update its ${wanted.parentId === undefined ? 'pathPart' : 'parentId'}.`);
  }

  const parent = await requireResource(tx, scope, restApiId, wanted.parentId ?? '');
  const below = await descendants(tx, scope, restApiId, resourceId);
  if (parent.id === resourceId || below.some(({ id }) => id === parent.id)) {
    throw badRequest('Resources cannot be cyclical.');
  }
  // Its own old name is not in its way.
  await dropName(tx, scope, restApiId, before);
  const pathPart = wanted.pathPart ?? '';
  await checkPlacement(tx, scope, restApiId, parent, pathPart);
  if (below.length > 0 && pathPart.endsWith('+}')) {
    throw badRequest(`Cannot create a child of a resource with a greedy path variable: ${pathPart}`);
  }

  const moved: Resource = { ...wanted, path: childPath(parent.path, pathPart) };
  await putResource(tx, scope, restApiId, moved);
  for (const child of below) {
    await putResource(tx, scope, restApiId, { ...child, path: moved.path + child.path.slice(before.path.length) });
  }
  return moved;
}
