import { refuseViolations } from '../../../aws/index.ts';
import type { Stage } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  closeApiStages,
  dropStage,
  findStage,
  requireRestApi,
  requireStage,
  serveStage,
  stageRef,
  stagesOf,
} from '../documents/index.ts';
import { conflict } from '../errors.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { cacheCluster, cacheClusterViolations } from './cache-cluster.ts';
import { checkStage } from './check-stage.ts';
import { newStage } from './new-stage.ts';
import { patchStage } from './patches.ts';
import { renderStage } from './render.ts';

export function stageHandlers({ store, publisher }: ServiceContext) {
  return {
    createStage: async ({ restApiId, ...input }, { scope, nowMs }) => {
      refuseViolations(cacheClusterViolations(input, 'createStageInput'));
      checkTags(input.tags ?? {});
      const { stage, refs } = await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        const created = newStage(input, nowMs);
        if (await findStage(tx, scope, restApiId, input.stageName)) throw conflict('Stage already exists');
        await checkStage(tx, scope, restApiId, created);
        return { stage: created, refs: await serveStage(tx, scope, restApiId, created, nowMs) };
      });
      await Promise.all(refs.map((ref) => publisher.stageChanged(ref)));
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
      const { stage, refs } = await store.transact(async (tx) => {
        const { stage: before } = await requireStage(tx, scope, restApiId, stageName);
        const patched = patchStage(before, patchOperations);
        await checkStage(tx, scope, restApiId, patched, before);
        const changed: Stage = { ...patched, ...cacheCluster(patched), lastUpdatedDate: Math.floor(nowMs / 1000) };
        return { stage: changed, refs: await serveStage(tx, scope, restApiId, changed, nowMs) };
      });
      await Promise.all(refs.map((ref) => publisher.stageChanged(ref)));
      return renderStage(stage);
    },

    flushStageCache: async ({ restApiId, stageName }, { scope }) => {
      const document = await requireStage(store, scope, restApiId, stageName);
      await publisher.stageCacheFlushed(stageRef(scope, restApiId, document));
      return {};
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
