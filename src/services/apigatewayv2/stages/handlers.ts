import type { Call } from '../../../aws/index.ts';
import type { HttpStage, StageRef } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import { autoDeploy, momentOf, publishAll, putServedStage } from '../definitions/index.ts';
import {
  dropStage,
  findStage,
  requireDeployment,
  requireHttpApi,
  requireStage,
  stageRef,
  stagesOf,
} from '../documents/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers, Out } from '../types.ts';
import { checkStageName, mergedVariables, readStage } from './check.ts';

type Rendered = NonNullable<Out<'getStages'>['Items']>[number];

export function stageHandlers(context: ServiceContext) {
  const { store, apis, publisher } = context;

  /** Writes a stage and, where it deploys by itself, deploys its API as it is now. */
  async function serve(tx: Transaction, call: Call, apiId: string, stage: HttpStage): Promise<readonly StageRef[]> {
    const ref = await putServedStage(tx, context, call, apiId, stage);
    if (!stage.AutoDeploy) return [ref];
    const deployed = await autoDeploy(tx, context, call, await requireHttpApi(tx, call.scope, apiId));
    return deployed.length > 0 ? deployed : [ref];
  }

  /** Changes a stage in a transaction; answers with it when it is served. */
  async function changeStage(
    call: Call,
    address: { readonly ApiId: string; readonly StageName: string },
    change: (stage: HttpStage, tx: Transaction) => HttpStage | Promise<HttpStage>,
  ): Promise<Rendered> {
    const { scope } = call;
    const refs = await store.transact(async (tx) => {
      await requireHttpApi(tx, scope, address.ApiId);
      const { stage } = await requireStage(tx, scope, address.ApiId, address.StageName);
      return serve(tx, call, address.ApiId, await change(stage, tx));
    });
    await publishAll(context, refs);
    return render((await requireStage(store, scope, address.ApiId, address.StageName)).stage);
  }

  return {
    createStage: async ({ ApiId, StageName, Tags = {}, DeploymentId, ...input }, call) => {
      const { scope, nowMs } = call;
      checkStageName(StageName);
      apis.checkTags(Tags);
      if (DeploymentId && input.AutoDeploy) throw badRequest(AUTO_WITH_DEPLOYMENT);
      const refs = await store.transact(async (tx) => {
        const definition = await requireHttpApi(tx, scope, ApiId);
        const asked = readStage(input, definition, scope);
        if (await findStage(tx, scope, ApiId, StageName)) throw conflict('Stage already exists');
        if (DeploymentId) await requireDeployment(tx, scope, ApiId, DeploymentId);
        const now = momentOf(nowMs);
        return serve(tx, call, ApiId, {
          StageName,
          ...(DeploymentId && { DeploymentId }),
          AutoDeploy: false,
          StageVariables: {},
          DefaultRouteSettings: { DetailedMetricsEnabled: false },
          RouteSettings: {},
          ...asked,
          Tags,
          CreatedDate: now,
          LastUpdatedDate: now,
        });
      });
      await publishAll(context, refs);
      return render((await requireStage(store, scope, ApiId, StageName)).stage);
    },

    getStage: async ({ ApiId, StageName }, { scope }) => {
      await requireHttpApi(store, scope, ApiId);
      return render((await requireStage(store, scope, ApiId, StageName)).stage);
    },

    getStages: async ({ ApiId, ...page }, { scope }) => {
      await requireHttpApi(store, scope, ApiId);
      const stages = (await stagesOf(store, scope, ApiId)).map(({ stage }) => stage);
      const { items, ...rest } = pageOf(stages, ({ StageName }) => StageName, page);
      return { Items: items.map(render), ...rest };
    },

    updateStage: ({ ApiId, StageName, DeploymentId, ...input }, call) =>
      changeStage(call, { ApiId, StageName }, async (before, tx) => {
        const StageVariables = mergedVariables(before.StageVariables, input.StageVariables);
        const definition = await requireHttpApi(tx, call.scope, ApiId);
        const asked = readStage({ ...input, StageVariables }, definition, call.scope);
        const changed: HttpStage = { ...before, ...asked };
        if (DeploymentId === undefined || DeploymentId === before.DeploymentId) return changed;
        if (changed.AutoDeploy) throw badRequest(AUTO_WITH_DEPLOYMENT);
        await requireDeployment(tx, call.scope, ApiId, DeploymentId);
        return { ...changed, DeploymentId };
      }),

    deleteStage: async ({ ApiId, StageName }, { scope }) => {
      const removed = await store.transact(async (tx) => {
        await requireHttpApi(tx, scope, ApiId);
        const document = await requireStage(tx, scope, ApiId, StageName);
        await dropStage(tx, scope, ApiId, StageName);
        return document;
      });
      await publisher.stageRemoved(stageRef(scope, ApiId, removed));
      return {};
    },

    deleteAccessLogSettings: async (address, call) => {
      await changeStage(call, address, ({ AccessLogSettings: _, ...stage }) => stage);
      return {};
    },

    deleteRouteSettings: async ({ RouteKey, ...address }, call) => {
      await changeStage(call, address, (stage) => {
        const { [RouteKey]: _, ...RouteSettings } = stage.RouteSettings;
        return { ...stage, RouteSettings };
      });
      return {};
    },
  } satisfies ApiGatewayV2Handlers;
}

/** The text is ours. */
const AUTO_WITH_DEPLOYMENT = 'Deployment ID cannot be set on a stage with AutoDeploy enabled.';

function render(stage: HttpStage): Rendered {
  return {
    ...stage,
    CreatedDate: new Date(stage.CreatedDate),
    LastUpdatedDate: new Date(stage.LastUpdatedDate),
  };
}
