import type { HttpApiDefinition, HttpDeployment, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { httpDeployments, httpSnapshots } from './kinds.ts';

/** @throws {ServiceError} 404 */
export async function requireDeployment(
  reader: Reader,
  scope: Scope,
  apiId: string,
  deploymentId: string,
): Promise<HttpDeployment> {
  const found = await reader.get(httpDeployments, scope, documentId(apiId, deploymentId));
  if (!found) throw missing.deployment();
  return found.value;
}

/** The newest first, as AWS lists them. */
export async function deploymentsOf(reader: Reader, scope: Scope, apiId: string): Promise<readonly HttpDeployment[]> {
  const found = await reader.list(httpDeployments, scope, { prefix: `${documentId(apiId)}/` });
  return found.map(({ value }) => value).toSorted((a, b) => (a.CreatedDate < b.CreatedDate ? 1 : -1));
}

/** Writes a deployment and what it froze. */
export async function writeDeployment(
  tx: Transaction,
  scope: Scope,
  definition: HttpApiDefinition,
  deployment: HttpDeployment,
): Promise<void> {
  await putDeployment(tx, scope, definition.api.ApiId, deployment);
  await tx.put(httpSnapshots, scope, documentId(definition.api.ApiId, deployment.DeploymentId), definition);
}

export async function putDeployment(
  tx: Transaction,
  scope: Scope,
  apiId: string,
  deployment: HttpDeployment,
): Promise<void> {
  await tx.put(httpDeployments, scope, documentId(apiId, deployment.DeploymentId), deployment);
}

export async function findSnapshot(
  reader: Reader,
  scope: Scope,
  apiId: string,
  deploymentId: string,
): Promise<HttpApiDefinition | undefined> {
  return (await reader.get(httpSnapshots, scope, documentId(apiId, deploymentId)))?.value;
}

export async function dropDeployment(
  tx: Transaction,
  scope: Scope,
  apiId: string,
  deploymentId: string,
): Promise<void> {
  await tx.delete(httpDeployments, scope, documentId(apiId, deploymentId));
  await tx.delete(httpSnapshots, scope, documentId(apiId, deploymentId));
}
