import type { ApiSnapshot, Deployment, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { apiSnapshots, deployments } from './kinds.ts';

export async function findDeployment(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  deploymentId: string,
): Promise<Deployment | undefined> {
  return (await reader.get(deployments, scope, documentId(restApiId, deploymentId)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireDeployment(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  deploymentId: string,
): Promise<Deployment> {
  const found = await findDeployment(reader, scope, restApiId, deploymentId);
  if (!found) throw missing.deployment();
  return found;
}

export async function putDeployment(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  deployment: Deployment,
): Promise<void> {
  await tx.put(deployments, scope, documentId(restApiId, deployment.id), deployment);
}

export async function findSnapshot(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  deploymentId: string,
): Promise<ApiSnapshot | undefined> {
  return (await reader.get(apiSnapshots, scope, documentId(restApiId, deploymentId)))?.value;
}

/** Written once, with its deployment. */
export async function putSnapshot(
  tx: Transaction,
  scope: Scope,
  deploymentId: string,
  snapshot: ApiSnapshot,
): Promise<void> {
  await tx.put(apiSnapshots, scope, documentId(snapshot.restApi.id, deploymentId), snapshot, 0);
}

/** Deletes a deployment and what it froze. */
export async function dropDeployment(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  deploymentId: string,
): Promise<void> {
  await tx.delete(deployments, scope, documentId(restApiId, deploymentId));
  await tx.delete(apiSnapshots, scope, documentId(restApiId, deploymentId));
}
