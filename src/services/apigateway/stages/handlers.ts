import { refuseViolations } from '../../../aws/index.ts';
import type { Scope, Stage } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  closeApiStages,
  dropStage,
  findDeployment,
  findStage,
  putServedStage,
  requireClientCertificate,
  requireDocumentationVersion,
  requireRestApi,
  requireStage,
  stageRef,
  stagesOf,
} from '../documents/index.ts';
import { badRequest, conflict, notSupported } from '../errors.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { cacheCluster, cacheClusterViolations } from './cache-cluster.ts';
import { newStage } from './new-stage.ts';
import { patchStage } from './patches.ts';
import { renderStage } from './render.ts';
import { checkVariables } from './variables.ts';

export function stageHandlers({ store, publisher }: ServiceContext) {
  return {
    createStage: async ({ restApiId, ...input }, { scope, nowMs }) => {
      refuseViolations(cacheClusterViolations(input, 'createStageInput'));
      if (input.canarySettings) throw notSupported('canary releases');
      checkTags(input.tags ?? {});
      const { stage, ref } = await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        const created = newStage(input, nowMs);
        if (await findStage(tx, scope, restApiId, input.stageName)) throw conflict('Stage already exists');
        await checkDeployment(tx, scope, restApiId, created);
        await checkDocumentation(tx, scope, restApiId, created);
        return { stage: created, ref: await putServedStage(tx, scope, restApiId, created, nowMs) };
      });
      await publisher.stageChanged(ref);
      return renderStage(stage);
    },

    getStage: async ({ restApiId, stageName }, { scope }) =>
      renderStage((await requireStage(store, scope, restApiId, stageName)).stage),

    getStages: async ({ restApiId, deploymentId }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      const all = (await stagesOf(store, scope, restApiId)).map(({ stage }) => stage);
      const wanted = deploymentId === undefined ? all : all.filter((stage) => stage.deploymentId === deploymentId);
      return { item: wanted.map(renderStage) };
    },

    updateStage: async ({ restApiId, stageName, patchOperations }, { scope, nowMs }) => {
      refuseViolations(patchOpViolations('updateStageInput', patchOperations));
      const { stage, ref } = await store.transact(async (tx) => {
        const { stage: before } = await requireStage(tx, scope, restApiId, stageName);
        const patched = patchStage(before, patchOperations);
        checkVariables(patched.variables);
        await checkClientCertificate(tx, scope, patched);
        if (patched.deploymentId !== before.deploymentId) await checkDeployment(tx, scope, restApiId, patched);
        if (patched.documentationVersion !== before.documentationVersion) {
          await checkDocumentation(tx, scope, restApiId, patched);
        }
        const changed: Stage = { ...patched, ...cacheCluster(patched), lastUpdatedDate: Math.floor(nowMs / 1000) };
        return { stage: changed, ref: await putServedStage(tx, scope, restApiId, changed, nowMs) };
      });
      await publisher.stageChanged(ref);
      return renderStage(stage);
    },

    deleteStage: async ({ restApiId, stageName }, { scope }) => {
      const { ref, planIds } = await store.transact(async (tx) => {
        const document = await requireStage(tx, scope, restApiId, stageName);
        await dropStage(tx, scope, restApiId, stageName);
        const isClosed = (apiId: string, stage: string) => apiId === restApiId && stage === stageName;
        return { ref: stageRef(scope, restApiId, document), planIds: await closeApiStages(tx, scope, isClosed) };
      });
      await publisher.stageRemoved(ref);
      if (planIds.length > 0) await publisher.usagePlansChanged({ scope, planIds });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/** @throws {ServiceError} 404 for a certificate that does not exist */
async function checkClientCertificate(reader: Reader, scope: Scope, { clientCertificateId }: Stage): Promise<void> {
  if (clientCertificateId !== undefined) await requireClientCertificate(reader, scope, clientCertificateId);
}

/** @throws {ServiceError} 400 with AWS's text (recorded) */
async function checkDeployment(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  { deploymentId }: Stage,
): Promise<void> {
  if (!(await findDeployment(reader, scope, restApiId, deploymentId))) throw badRequest('Deployment id does not exist');
}

/** @throws {ServiceError} 404 for a version of the documentation that there is not */
async function checkDocumentation(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  { documentationVersion }: Stage,
): Promise<void> {
  if (documentationVersion) await requireDocumentationVersion(reader, scope, restApiId, documentationVersion);
}
