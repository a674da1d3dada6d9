import type { RestApi, Scope } from '../../../model/index.ts';
import type { Kind, Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId, insideApi } from './key.ts';
import {
  apiSnapshots,
  authorizers,
  deployments,
  documentationPartLocations,
  documentationParts,
  documentationSnapshots,
  documentationVersions,
  gatewayResponses,
  installation,
  models,
  requestValidators,
  resourceNames,
  resources,
  restApiScopes,
  restApis,
  stages,
} from './kinds.ts';

/** The kinds of documents that lie inside of an API, their ids beginning with its own. */
const KINDS_INSIDE: readonly Kind<unknown>[] = [
  resources,
  resourceNames,
  authorizers,
  models,
  requestValidators,
  gatewayResponses,
  documentationParts,
  documentationPartLocations,
  documentationVersions,
  documentationSnapshots,
  deployments,
  apiSnapshots,
  stages,
];

/** @throws {ServiceError} 404 with AWS's text when there is no such API in the scope */
export async function requireRestApi(reader: Reader, scope: Scope, restApiId: string): Promise<RestApi> {
  const found = await reader.get(restApis, scope, documentId(restApiId));
  if (!found) throw missing.restApi(scope.accountId, restApiId);
  return found.value;
}

export async function hasRestApi(reader: Reader, scope: Scope, restApiId: string): Promise<boolean> {
  return (await reader.get(restApis, scope, documentId(restApiId))) !== undefined;
}

export async function putRestApi(tx: Transaction, scope: Scope, restApi: RestApi): Promise<void> {
  await tx.put(restApis, scope, restApi.id, restApi);
}

/** Whether the id is taken anywhere in the installation. */
export async function isRestApiIdTaken(reader: Reader, restApiId: string): Promise<boolean> {
  return (await reader.get(restApiScopes, installation, documentId(restApiId))) !== undefined;
}

export async function claimRestApiId(tx: Transaction, scope: Scope, restApiId: string): Promise<void> {
  await tx.put(restApiScopes, installation, restApiId, scope, 0);
}

export async function releaseRestApiId(tx: Transaction, restApiId: string): Promise<void> {
  await tx.delete(restApiScopes, installation, restApiId);
}

/** Deletes an API and everything inside it. */
export async function deleteRestApiTree(tx: Transaction, scope: Scope, restApiId: string): Promise<void> {
  await tx.delete(restApis, scope, restApiId);
  await releaseRestApiId(tx, restApiId);
  for (const kind of KINDS_INSIDE) await tx.deletePrefix(kind, scope, insideApi(restApiId));
}
