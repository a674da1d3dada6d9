import type { HttpDeployment } from '../../../model/index.ts';
import { checkLength } from '../check-texts.ts';
import type { ServiceContext } from '../context.ts';
import { deploy, publishAll, putServedStage } from '../definitions/index.ts';
import {
  deploymentsOf,
  dropDeployment,
  putDeployment,
  requireDeployment,
  requireHttpApi,
  requireStage,
  stagesOf,
} from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers } from '../types.ts';

export function deploymentHandlers(context: ServiceContext) {
  const { store } = context;
  return {
    createDeployment: async ({ ApiId, Description, StageName }, call) => {
      const { scope } = call;
      checkLength('Description', Description, LIMITS.descriptionLength);
      const { deployment, refs } = await store.transact(async (tx) => {
        const definition = await requireHttpApi(tx, scope, ApiId);
        const deployment = await deploy(tx, context, call, definition, { AutoDeployed: false, Description });
        if (!StageName) return { deployment, refs: [] };
        const { stage } = await requireStage(tx, scope, ApiId, StageName);
        if (stage.AutoDeploy) throw badRequest('Deployments to stages with AutoDeploy enabled are automatic.');
        const served = { ...stage, DeploymentId: deployment.DeploymentId };
        return { deployment, refs: [await putServedStage(tx, context, call, ApiId, served)] };
      });
      await publishAll(context, refs);
      return render(deployment);
    },

    getDeployment: async ({ ApiId, DeploymentId }, { scope }) => {
      await requireHttpApi(store, scope, ApiId);
      return render(await requireDeployment(store, scope, ApiId, DeploymentId));
    },

    getDeployments: async ({ ApiId, ...page }, { scope }) => {
      await requireHttpApi(store, scope, ApiId);
      const all = await deploymentsOf(store, scope, ApiId);
      const { items, ...rest } = pageOf(all, ({ DeploymentId }) => DeploymentId, page);
      return { Items: items.map(render), ...rest };
    },

    updateDeployment: async ({ ApiId, DeploymentId, Description }, { scope }) => {
      checkLength('Description', Description, LIMITS.descriptionLength);
      const changed = await store.transact(async (tx) => {
        await requireHttpApi(tx, scope, ApiId);
        const before = await requireDeployment(tx, scope, ApiId, DeploymentId);
        const deployment: HttpDeployment = { ...before, ...(Description !== undefined && { Description }) };
        await putDeployment(tx, scope, ApiId, deployment);
        return deployment;
      });
      return render(changed);
    },

    deleteDeployment: async ({ ApiId, DeploymentId }, { scope }) => {
      await store.transact(async (tx) => {
        await requireHttpApi(tx, scope, ApiId);
        await requireDeployment(tx, scope, ApiId, DeploymentId);
        const stages = await stagesOf(tx, scope, ApiId);
        if (stages.some(({ stage }) => stage.DeploymentId === DeploymentId)) {
          throw badRequest('Active stages pointing to this deployment must be moved or deleted');
        }
        await dropDeployment(tx, scope, ApiId, DeploymentId);
      });
      return {};
    },
  } satisfies ApiGatewayV2Handlers;
}

function render(deployment: HttpDeployment) {
  return { ...deployment, CreatedDate: new Date(deployment.CreatedDate) };
}
