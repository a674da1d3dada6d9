import type { Resource, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId, insideApi } from './key.ts';
import { resourceNames, resources } from './kinds.ts';

/** @throws {ServiceError} 404 with AWS's text; an unknown API is not told apart from an unknown resource (recorded) */
export async function requireResource(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  resourceId: string,
): Promise<Resource> {
  const found = await reader.get(resources, scope, documentId(restApiId, resourceId));
  if (!found) throw missing.resource();
  return found.value;
}

export async function hasResource(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  resourceId: string,
): Promise<boolean> {
  return (await reader.get(resources, scope, documentId(restApiId, resourceId))) !== undefined;
}

/** Every resource of an API, in order of ids. */
export async function allResources(reader: Reader, scope: Scope, restApiId: string): Promise<readonly Resource[]> {
  const found = await reader.list(resources, scope, { prefix: insideApi(restApiId) });
  return found.map(({ value }) => value);
}

/** Writes a resource and, when it has a parent, its name under that parent. */
export async function putResource(tx: Transaction, scope: Scope, restApiId: string, resource: Resource): Promise<void> {
  await tx.put(resources, scope, documentId(restApiId, resource.id), resource);
  const name = nameId(restApiId, resource);
  if (name !== undefined) await tx.put(resourceNames, scope, name, resource.id);
}

/** Takes a resource's name away from under its parent: before it moves or goes. */
export async function dropName(tx: Transaction, scope: Scope, restApiId: string, resource: Resource): Promise<void> {
  const name = nameId(restApiId, resource);
  if (name !== undefined) await tx.delete(resourceNames, scope, name);
}

export async function dropResource(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  resource: Resource,
): Promise<void> {
  await tx.delete(resources, scope, documentId(restApiId, resource.id));
  await dropName(tx, scope, restApiId, resource);
}

/** The path part of the parent's child that begins with the given text, if there is one. */
export async function findChildName(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  parentId: string,
  beginning: string,
): Promise<string | undefined> {
  const prefix = `${documentId(restApiId, parentId)}/`;
  const [first] = await reader.list(resourceNames, scope, { prefix: prefix + beginning, limit: 1 });
  return first?.id.slice(prefix.length);
}

/** The resource's descendants, parents before children, without the resource itself. */
export async function descendants(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  resourceId: string,
): Promise<readonly Resource[]> {
  const names = await reader.list(resourceNames, scope, { prefix: `${documentId(restApiId, resourceId)}/` });
  const found: Resource[] = [];
  for (const { value: childId } of names) {
    found.push(await requireResource(reader, scope, restApiId, childId));
    found.push(...(await descendants(reader, scope, restApiId, childId)));
  }
  return found;
}

function nameId(restApiId: string, { parentId, pathPart }: Resource): string | undefined {
  if (parentId === undefined || pathPart === undefined) return undefined;
  return `${documentId(restApiId, parentId)}/${pathPart}`;
}
