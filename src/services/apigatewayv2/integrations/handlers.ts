import type { HttpApiDefinition, HttpIntegration } from '../../../model/index.ts';
import type { ServiceContext } from '../context.ts';
import { changeDefinition } from '../definitions/index.ts';
import { requireHttpApi } from '../documents/index.ts';
import { badRequest, conflict, missing } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers } from '../types.ts';
import { readIntegration } from './check.ts';
import { mergedParameters, mergedResponses } from './parameters.ts';

export function integrationHandlers(context: ServiceContext) {
  const { store, ids } = context;
  return {
    createIntegration: ({ ApiId, ...input }, call) =>
      changeDefinition(context, call, ApiId, (definition) => {
        if (definition.integrations.length >= LIMITS.integrations) {
          throw badRequest(`An HTTP API can have at most ${LIMITS.integrations} integrations.`);
        }
        const integration: HttpIntegration = { ...readIntegration(input), IntegrationId: ids.entityId() };
        const integrations = [...definition.integrations, integration];
        return { definition: { ...definition, integrations }, result: integration };
      }),

    getIntegration: async ({ ApiId, IntegrationId }, { scope }) =>
      requireIntegration(await requireHttpApi(store, scope, ApiId), IntegrationId),

    getIntegrations: async ({ ApiId, ...page }, { scope }) => {
      const { integrations } = await requireHttpApi(store, scope, ApiId);
      const { items, ...rest } = pageOf(integrations, ({ IntegrationId }) => IntegrationId, page);
      return { Items: items, ...rest };
    },

    updateIntegration: ({ ApiId, IntegrationId, RequestParameters, ResponseParameters, ...change }, call) =>
      changeDefinition(context, call, ApiId, (definition) => {
        const before = requireIntegration(definition, IntegrationId);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const changed: HttpIntegration = {
          ...readIntegration({
            ...before,
            ...given,
            RequestParameters: mergedParameters(before.RequestParameters, RequestParameters),
            ResponseParameters: mergedResponses(before.ResponseParameters, ResponseParameters),
          }),
          IntegrationId,
          ...(before.ApiGatewayManaged && { ApiGatewayManaged: true }),
        };
        const integrations = definition.integrations.map((other) => (other === before ? changed : other));
        return { definition: { ...definition, integrations }, result: changed };
      }),

    deleteIntegration: ({ ApiId, IntegrationId }, call) =>
      changeDefinition(context, call, ApiId, (definition) => {
        const integration = requireIntegration(definition, IntegrationId);
        refuseUsed(definition, integration);
        const integrations = definition.integrations.filter((other) => other !== integration);
        return { definition: { ...definition, integrations }, result: {} };
      }),
  } satisfies ApiGatewayV2Handlers;
}

/** @throws {ServiceError} 409 with AWS's text (reported by users) where routes lead to it */
function refuseUsed({ routes }: HttpApiDefinition, { IntegrationId }: HttpIntegration): void {
  const users = routes.filter(({ Target }) => Target === `integrations/${IntegrationId}`);
  if (users.length === 0) return;
  const routeIds = users.map(({ RouteId }) => RouteId).join(', ');
  throw conflict(`Cannot delete Integration because it is referenced by the following Routes with Ids: [${routeIds}]`);
}

/** @throws {ServiceError} 404 */
function requireIntegration({ integrations }: HttpApiDefinition, id: string): HttpIntegration {
  const integration = integrations.find(({ IntegrationId }) => IntegrationId === id);
  if (!integration) throw missing.integration();
  return integration;
}
