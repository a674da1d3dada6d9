import type { HttpApi, HttpApiDefinition, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import { checkName } from '../check-texts.ts';
import type { ServiceContext } from '../context.ts';
import { autoDeploy, changeDefinition, publishAll, putServedStage } from '../definitions/index.ts';
import { dropHttpApi, listHttpApis, putHttpApi, requireHttpApi, stageRef, stagesOf } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers, Out } from '../types.ts';
import { API_KEY_SELECTION, checkProtocol, newApi, ROUTE_SELECTION, readSettings } from './new-api.ts';
import { isQuickCreate, quickStage, withChangedQuickRoute, withQuickRoute } from './quick-create.ts';

type Rendered = NonNullable<Out<'getApis'>['Items']>[number];

export function apiHandlers(context: ServiceContext) {
  const { store, apis, ids, apiEndpoint, publisher } = context;

  const render = (api: HttpApi, scope: Scope): Rendered => ({
    ...api,
    ApiEndpoint: apiEndpoint(api.ApiId, scope),
    ApiKeySelectionExpression: API_KEY_SELECTION,
    CreatedDate: new Date(api.CreatedDate),
    ProtocolType: 'HTTP',
    RouteSelectionExpression: ROUTE_SELECTION,
  });

  async function refuseMappings(tx: Transaction, scope: Scope, apiId: string): Promise<void> {
    const domains = await apis.mappingsTo(tx, scope, apiId);
    if (domains.length === 0) return;
    throw badRequest(
      `Deleting Api ${apiId} failed. Please remove all API mappings related to the Api in your domains: ${domains.join(', ')}.`,
    );
  }

  return {
    createApi: async (input, { scope, nowMs }) => {
      checkProtocol(input.ProtocolType);
      const isQuick = isQuickCreate(input);
      const tags = input.Tags ?? {};
      apis.checkTags(tags);
      const { api, refs } = await store.transact(async (tx) => {
        const api = newApi(input, await apis.claimApiId(tx, scope, tags), nowMs);
        const empty: HttpApiDefinition = { api, routes: [], integrations: [], authorizers: [] };
        const definition = isQuick ? withQuickRoute(empty, input, ids.entityId) : empty;
        await putHttpApi(tx, scope, definition);
        if (!isQuick) return { api, refs: [] };
        await putServedStage(tx, context, { scope, nowMs }, api.ApiId, quickStage(nowMs));
        return { api, refs: await autoDeploy(tx, context, { scope, nowMs }, definition) };
      });
      await publishAll(context, refs);
      return render(api, scope);
    },

    getApi: async ({ ApiId }, { scope }) => render((await requireHttpApi(store, scope, ApiId)).api, scope),

    getApis: async (page, { scope }) => {
      const all = (await listHttpApis(store, scope)).map(({ api }) => api);
      const { items, ...rest } = pageOf(all, ({ ApiId }) => ApiId, page);
      return { Items: items.map((api) => render(api, scope)), ...rest };
    },

    updateApi: async ({ ApiId, Name, Target, RouteKey, CredentialsArn, ...settings }, call) => {
      if (Name !== undefined) checkName(Name);
      const change = { ...(Name !== undefined && { Name }), ...readSettings(settings) };
      const changed = await changeDefinition(context, call, ApiId, (before) => {
        const api: HttpApi = { ...before.api, ...change };
        const definition = withChangedQuickRoute({ ...before, api }, { Target, RouteKey, CredentialsArn });
        return { definition, result: api };
      });
      return render(changed, call.scope);
    },

    deleteCorsConfiguration: ({ ApiId }, call) =>
      changeDefinition(context, call, ApiId, ({ api: { CorsConfiguration: _, ...api }, ...rest }) => ({
        definition: { ...rest, api },
        result: {},
      })),

    deleteApi: async ({ ApiId }, { scope }) => {
      const removed = await store.transact(async (tx) => {
        await requireHttpApi(tx, scope, ApiId);
        await refuseMappings(tx, scope, ApiId);
        const stages = await stagesOf(tx, scope, ApiId);
        await dropHttpApi(tx, scope, ApiId);
        await apis.releaseApiId(tx, ApiId);
        return stages;
      });
      await Promise.all(removed.map((stage) => publisher.stageRemoved(stageRef(scope, ApiId, stage))));
      return {};
    },
  } satisfies ApiGatewayV2Handlers;
}
