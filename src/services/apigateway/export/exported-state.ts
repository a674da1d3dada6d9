import type { ApiSnapshot, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { freezeApi } from '../deployments/index.ts';
import { findSnapshot, requireDeployment, requireRestApi, requireStage } from '../documents/index.ts';
import { missing } from '../errors.ts';

/** A state of an API that can be exported. */
export interface ExportedState {
  readonly snapshot: ApiSnapshot;
  /** Seconds since the epoch. */
  readonly deployedAt: number;
  readonly documentationVersion?: string;
}

/**
 * The state that is meant by what `GetExport` calls a stage's name: what a stage serves, as on AWS, and as an extension the
 * API as it is now (`$working`) or any deployment of it (`$deployment.ID`). No stage's name can begin with a `$`.
 * @throws {ServiceError} where there is no such thing
 */
export async function exportedState(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  name: string,
  nowMs: number,
): Promise<ExportedState> {
  if (name === '$working') {
    return { snapshot: await freezeApi(reader, scope, restApiId), deployedAt: Math.floor(nowMs / 1000) };
  }
  await requireRestApi(reader, scope, restApiId);
  const stage = name.startsWith(DEPLOYMENT) ? undefined : (await requireStage(reader, scope, restApiId, name)).stage;
  const deploymentId = stage?.deploymentId ?? name.slice(DEPLOYMENT.length);
  const deployment = await requireDeployment(reader, scope, restApiId, deploymentId);
  const snapshot = await findSnapshot(reader, scope, restApiId, deployment.id);
  if (!snapshot) throw missing.deployment();
  return {
    snapshot,
    deployedAt: deployment.createdDate,
    ...(stage?.documentationVersion !== undefined && { documentationVersion: stage.documentationVersion }),
  };
}

const DEPLOYMENT = '$deployment.';
