import type { HttpApiDefinition, Scope } from '../../../model/index.ts';
import type { Kind, Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { httpApis, httpDeployments, httpSnapshots, httpStages } from './kinds.ts';

export async function findHttpApi(reader: Reader, scope: Scope, apiId: string): Promise<HttpApiDefinition | undefined> {
  return (await reader.get(httpApis, scope, documentId(apiId)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireHttpApi(reader: Reader, scope: Scope, apiId: string): Promise<HttpApiDefinition> {
  const found = await findHttpApi(reader, scope, apiId);
  if (!found) throw missing.api(scope.accountId, apiId);
  return found;
}

/** In the order of their ids. */
export async function listHttpApis(reader: Reader, scope: Scope): Promise<readonly HttpApiDefinition[]> {
  return (await reader.list(httpApis, scope)).map(({ value }) => value);
}

export async function putHttpApi(tx: Transaction, scope: Scope, definition: HttpApiDefinition): Promise<void> {
  await tx.put(httpApis, scope, definition.api.ApiId, definition);
}

/** The kinds of documents that lie inside of an API, their ids beginning with its own. */
const KINDS_INSIDE: readonly Kind<unknown>[] = [httpDeployments, httpSnapshots, httpStages];

/** Deletes an API and everything inside it. */
export async function dropHttpApi(tx: Transaction, scope: Scope, apiId: string): Promise<void> {
  await tx.delete(httpApis, scope, apiId);
  for (const kind of KINDS_INSIDE) await tx.deletePrefix(kind, scope, `${apiId}/`);
}
