import type { ApiSnapshot, Deployment, Scope, StageRef } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { findDeployment, findStage, putDeployment, putSnapshot, serveStage } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { newStage, redeployedStage } from '../stages/index.ts';
import type { In } from '../types.ts';
import { freezeApi } from './freeze.ts';

type CreateInput = In<'createDeployment'>;

/** Freezes an API as it is and, when a stage is named, lets that stage serve it: a new one, or one that is there. */
export async function createDeployment(
  tx: Transaction,
  scope: Scope,
  input: CreateInput,
  ids: IdMakers,
  nowMs: number,
): Promise<{ readonly deployment: Deployment; readonly refs: readonly StageRef[] }> {
  const { restApiId } = input;
  const snapshot = await freezeApi(tx, scope, restApiId);
  checkDeployable(snapshot);

  let id = ids.entityId();
  while (await findDeployment(tx, scope, restApiId, id)) id = ids.entityId();
  const deployment: Deployment = {
    id,
    ...(input.description && { description: input.description }),
    createdDate: Math.floor(nowMs / 1000),
  };
  await putDeployment(tx, scope, restApiId, deployment);
  await putSnapshot(tx, scope, id, snapshot);
  return { deployment, refs: await deployToStage(tx, scope, input, id, nowMs) };
}

/**
 * Every API that is deployed has a method, and every method an integration (features A1.8). A private one has a policy (as users
 * report it), without which nobody could call it (fact D157).
 */
function checkDeployable({ restApi, resources }: ApiSnapshot): void {
  const methods = resources.flatMap(({ resourceMethods }) => Object.values(resourceMethods));
  if (methods.length === 0) throw badRequest("The REST API doesn't contain any methods");
  if (methods.some(({ methodIntegration }) => !methodIntegration))
    throw badRequest('No integration defined for method');
  if (restApi.endpointConfiguration.types.includes('PRIVATE') && restApi.policy === undefined) {
    throw badRequest("Private REST API doesn't have a resource policy attached to it");
  }
}

async function deployToStage(
  tx: Transaction,
  scope: Scope,
  { restApiId, stageName, stageDescription, ...input }: CreateInput,
  deploymentId: string,
  nowMs: number,
): Promise<readonly StageRef[]> {
  if (!stageName) {
    if (input.canarySettings) throw noStage(stageName);
    return [];
  }
  const request = { ...input, stageName, description: stageDescription, deploymentId };
  const existing = await findStage(tx, scope, restApiId, stageName);
  if (input.canarySettings && !existing) {
    throw badRequest(
      `Invalid deployment content specified.Stage ${stageName} must already be created before making a canary release deployment`,
    );
  }
  const stage = existing ? redeployedStage(existing.stage, request, nowMs) : newStage(request, nowMs);
  return serveStage(tx, scope, restApiId, stage, nowMs);
}

function noStage(stageName: string | undefined) {
  return badRequest(
    `Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is ${stageName ?? 'null'}`,
  );
}
