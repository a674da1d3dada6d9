import type { HttpApiDefinition, HttpRoute } from '../../../model/index.ts';
import type { ServiceContext } from '../context.ts';
import { changeDefinition } from '../definitions/index.ts';
import { requireHttpApi } from '../documents/index.ts';
import { badRequest, missing } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers } from '../types.ts';
import { readRoute } from './check.ts';

export function routeHandlers(context: ServiceContext) {
  const { store, ids } = context;
  return {
    createRoute: ({ ApiId, ...input }, call) =>
      changeDefinition(context, call, ApiId, (definition) => {
        if (definition.routes.length >= LIMITS.routes) {
          throw badRequest(`An HTTP API can have at most ${LIMITS.routes} routes.`);
        }
        const route: HttpRoute = { ...readRoute(input, definition), RouteId: ids.entityId() };
        return { definition: { ...definition, routes: [...definition.routes, route] }, result: render(route) };
      }),

    getRoute: async ({ ApiId, RouteId }, { scope }) =>
      render(requireRoute(await requireHttpApi(store, scope, ApiId), RouteId).route),

    getRoutes: async ({ ApiId, ...page }, { scope }) => {
      const { routes } = await requireHttpApi(store, scope, ApiId);
      const { items, ...rest } = pageOf(routes, ({ RouteId }) => RouteId, page);
      return { Items: items.map(render), ...rest };
    },

    updateRoute: ({ ApiId, RouteId, ...change }, call) =>
      changeDefinition(context, call, ApiId, (definition) => {
        const { route, others } = requireRoute(definition, RouteId);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const changed: HttpRoute = {
          ...readRoute({ ...route, ...given }, { ...definition, routes: others }),
          RouteId,
          ...(route.ApiGatewayManaged && { ApiGatewayManaged: true }),
        };
        const routes = definition.routes.map((other) => (other === route ? changed : other));
        return { definition: { ...definition, routes }, result: render(changed) };
      }),

    deleteRoute: ({ ApiId, RouteId }, call) =>
      changeDefinition(context, call, ApiId, (definition) => ({
        definition: { ...definition, routes: requireRoute(definition, RouteId).others },
        result: {},
      })),
  } satisfies ApiGatewayV2Handlers;
}

/** Of keys, which only WebSocket APIs have, AWS shows that none are required. */
function render(route: HttpRoute) {
  return { ...route, ApiKeyRequired: false };
}

/** @throws {ServiceError} 404 */
function requireRoute({ routes }: HttpApiDefinition, routeId: string) {
  const route = routes.find(({ RouteId }) => RouteId === routeId);
  if (!route) throw missing.route();
  return { route, others: routes.filter((other) => other !== route) };
}
