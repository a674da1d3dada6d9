import { refuseViolations } from '../../../aws/index.ts';
import type { Deployment, Stage } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  deployments,
  dropDeployment,
  findSnapshot,
  insideApi,
  putDeployment,
  requireDeployment,
  requireRestApi,
  stagesOf,
} from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { listPage } from '../pagination.ts';
import { compilePatch, optionalText, refuseListingPaths, rulesOf } from '../patch/index.ts';
import { cacheClusterViolations } from '../stages/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { createDeployment } from './create.ts';
import { renderDeployment, summarize } from './render.ts';

/** What `UpdateDeployment` may do (API reference, "Patch Operations", UpdateDeployment). */
const patchDeployment = compilePatch<Deployment>({
  refuse: refuseListingPaths,
  rules: [rulesOf<Deployment>().replace('/description', 'description', optionalText)],
});

export function deploymentHandlers({ store, publisher, ids }: ServiceContext) {
  return {
    createDeployment: async (input, { scope, nowMs }) => {
      refuseViolations(cacheClusterViolations(input, 'createDeploymentInput'));
      const { deployment, refs } = await store.transact((tx) => createDeployment(tx, scope, input, ids, nowMs));
      await Promise.all(refs.map((ref) => publisher.stageChanged(ref)));
      return renderDeployment(deployment);
    },

    getDeployment: async ({ restApiId, deploymentId, embed }, { scope }) => {
      const deployment = await requireDeployment(store, scope, restApiId, deploymentId);
      if (!embed?.includes('apisummary')) return renderDeployment(deployment);
      const snapshot = await findSnapshot(store, scope, restApiId, deploymentId);
      return { ...renderDeployment(deployment), ...(snapshot && { apiSummary: summarize(snapshot) }) };
    },

    getDeployments: async ({ restApiId, ...page }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      const { items, ...rest } = await listPage(store, deployments, scope, insideApi(restApiId), page);
      return { items: items.map(renderDeployment), ...rest };
    },

    updateDeployment: async ({ restApiId, deploymentId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateDeploymentInput', patchOperations));
      const changed = await store.transact(async (tx) => {
        const deployment = await requireDeployment(tx, scope, restApiId, deploymentId);
        const patched = patchDeployment(deployment, patchOperations);
        await putDeployment(tx, scope, restApiId, patched);
        return patched;
      });
      return renderDeployment(changed);
    },

    deleteDeployment: async ({ restApiId, deploymentId }, { scope }) => {
      await store.transact(async (tx) => {
        await requireDeployment(tx, scope, restApiId, deploymentId);
        const deployed = await stagesOf(tx, scope, restApiId);
        if (deployed.some(({ stage }) => serves(stage, deploymentId))) {
          throw badRequest('Active stages pointing to this deployment must be moved or deleted');
        }
        await dropDeployment(tx, scope, restApiId, deploymentId);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/** Whether requests to a stage can meet a deployment: the stage's own or its canary's. */
function serves({ deploymentId, canarySettings }: Stage, id: string): boolean {
  return deploymentId === id || canarySettings?.deploymentId === id;
}
