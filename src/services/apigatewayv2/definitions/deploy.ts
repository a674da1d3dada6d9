import type { Call } from '../../../aws/index.ts';
import type { HttpApiDefinition, HttpDeployment, HttpStage, StageRef } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import {
  deploymentsOf,
  dropDeployment,
  type HttpStageDocument,
  putStage,
  stageRef,
  stagesOf,
  writeDeployment,
} from '../documents/index.ts';
import { badRequest } from '../errors.ts';

type At = Pick<Call, 'scope' | 'nowMs'>;
type Rooms = Pick<ServiceContext, 'ids' | 'apis'>;

/** ISO 8601 without fractions of a second, as AWS shows moments. */
export function momentOf(nowMs: number): string {
  return new Date(Math.floor(nowMs / 1000) * 1000).toISOString();
}

/**
 * Freezes an API.
 * @throws {ServiceError} 400 for an API without routes; AWS's text (reported by users)
 */
export async function deploy(
  tx: Transaction,
  { ids }: Rooms,
  { scope, nowMs }: At,
  definition: HttpApiDefinition,
  given: Pick<HttpDeployment, 'AutoDeployed'> & { readonly Description?: string | undefined },
): Promise<HttpDeployment> {
  if (definition.routes.length === 0) throw badRequest('At least one route is required before deploying the Api.');
  const deployment: HttpDeployment = {
    DeploymentId: ids.entityId(),
    AutoDeployed: given.AutoDeployed,
    ...(given.Description && { Description: given.Description }),
    DeploymentStatus: 'DEPLOYED',
    CreatedDate: momentOf(nowMs),
  };
  await writeDeployment(tx, scope, definition, deployment);
  return deployment;
}

/** Writes a stage under a new revision. */
export async function putServedStage(
  tx: Transaction,
  { apis }: Rooms,
  { scope, nowMs }: At,
  apiId: string,
  stage: HttpStage,
): Promise<StageRef> {
  const document: HttpStageDocument = {
    stage: { ...stage, LastUpdatedDate: momentOf(nowMs) },
    revision: await apis.nextRevision(tx, nowMs),
  };
  await putStage(tx, scope, apiId, document);
  return stageRef(scope, apiId, document);
}

/**
 * Deploys an API to its stages that want every change (features A3.14). A deployment of this kind that no stage serves any
 * more is gone, so that an API that is changed often does not grow.
 */
export async function autoDeploy(
  tx: Transaction,
  rooms: Rooms,
  at: At,
  definition: HttpApiDefinition,
): Promise<readonly StageRef[]> {
  const { ApiId } = definition.api;
  const stages = await stagesOf(tx, at.scope, ApiId);
  const automatic = stages.filter(({ stage }) => stage.AutoDeploy);
  if (automatic.length === 0 || definition.routes.length === 0) return [];
  const { DeploymentId } = await deploy(tx, rooms, at, definition, {
    AutoDeployed: true,
    Description: 'Automatic deployment triggered by changes to the Api configuration',
  });
  const refs: StageRef[] = [];
  for (const { stage } of automatic) {
    const served: HttpStage = {
      ...stage,
      DeploymentId,
      LastDeploymentStatusMessage: `Successfully deployed stage with deployment ID '${DeploymentId}'`,
    };
    refs.push(await putServedStage(tx, rooms, at, ApiId, served));
  }
  await dropUnserved(tx, at, ApiId);
  return refs;
}

async function dropUnserved(tx: Transaction, { scope }: At, apiId: string): Promise<void> {
  const served = new Set((await stagesOf(tx, scope, apiId)).map(({ stage }) => stage.DeploymentId));
  for (const { DeploymentId, AutoDeployed } of await deploymentsOf(tx, scope, apiId)) {
    if (AutoDeployed && !served.has(DeploymentId)) await dropDeployment(tx, scope, apiId, DeploymentId);
  }
}
