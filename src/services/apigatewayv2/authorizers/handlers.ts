import type { HttpApiDefinition, HttpAuthorizer } from '../../../model/index.ts';
import type { ServiceContext } from '../context.ts';
import { changeDefinition, publishAll, putServedStage } from '../definitions/index.ts';
import { requireHttpApi, requireStage } from '../documents/index.ts';
import { badRequest, conflict, missing } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers } from '../types.ts';
import { readAuthorizer } from './check.ts';

export function authorizerHandlers(context: ServiceContext) {
  const { store, ids } = context;
  return {
    createAuthorizer: ({ ApiId, ...input }, call) =>
      changeDefinition(context, call, ApiId, (definition) => {
        checkOthers(definition.authorizers, input.Name);
        const authorizer: HttpAuthorizer = { ...readAuthorizer(input), AuthorizerId: ids.entityId() };
        const authorizers = [...definition.authorizers, authorizer];
        return { definition: { ...definition, authorizers }, result: authorizer };
      }),

    getAuthorizer: async ({ ApiId, AuthorizerId }, { scope }) =>
      requireAuthorizer(await requireHttpApi(store, scope, ApiId), AuthorizerId),

    getAuthorizers: async ({ ApiId, ...page }, { scope }) => {
      const { authorizers } = await requireHttpApi(store, scope, ApiId);
      const { items, ...rest } = pageOf(authorizers, ({ AuthorizerId }) => AuthorizerId, page);
      return { Items: items, ...rest };
    },

    updateAuthorizer: ({ ApiId, AuthorizerId, ...change }, call) =>
      changeDefinition(context, call, ApiId, (definition) => {
        const before = requireAuthorizer(definition, AuthorizerId);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const changed: HttpAuthorizer = { ...readAuthorizer({ ...before, ...given }), AuthorizerId };
        if (changed.AuthorizerType !== before.AuthorizerType) refuseUsed(definition, before, 'change the type of');
        const authorizers = definition.authorizers.map((other) => (other === before ? changed : other));
        return { definition: { ...definition, authorizers }, result: changed };
      }),

    deleteAuthorizer: ({ ApiId, AuthorizerId }, call) =>
      changeDefinition(context, call, ApiId, (definition) => {
        const authorizer = requireAuthorizer(definition, AuthorizerId);
        refuseUsed(definition, authorizer, 'delete');
        const authorizers = definition.authorizers.filter((other) => other !== authorizer);
        return { definition: { ...definition, authorizers }, result: {} };
      }),

    /** A stage under a new revision is compiled anew, and what its authorizers decided is forgotten (features A9.8). */
    resetAuthorizersCache: async ({ ApiId, StageName }, { scope, nowMs }) => {
      const ref = await store.transact(async (tx) => {
        await requireHttpApi(tx, scope, ApiId);
        const { stage } = await requireStage(tx, scope, ApiId, StageName);
        return putServedStage(tx, context, { scope, nowMs }, ApiId, stage);
      });
      await publishAll(context, [ref]);
      return {};
    },
  } satisfies ApiGatewayV2Handlers;
}

/** @throws {ServiceError} 400; the texts are ours */
function checkOthers(authorizers: readonly HttpAuthorizer[], name: string): void {
  if (authorizers.length >= LIMITS.authorizers) {
    throw badRequest(`An HTTP API can have at most ${LIMITS.authorizers} authorizers.`);
  }
  if (authorizers.some(({ Name }) => Name === name)) throw badRequest(`Authorizer name must be unique: ${name}`);
}

/** @throws {ServiceError} 409 where routes use it; worded like AWS's refusal for integrations */
function refuseUsed({ routes }: HttpApiDefinition, { AuthorizerId }: HttpAuthorizer, what: string): void {
  const users = routes.filter((route) => route.AuthorizerId === AuthorizerId);
  if (users.length === 0) return;
  const routeIds = users.map(({ RouteId }) => RouteId).join(', ');
  throw conflict(`Cannot ${what} Authorizer because it is referenced by the following Routes with Ids: [${routeIds}]`);
}

/** @throws {ServiceError} 404 */
function requireAuthorizer({ authorizers }: HttpApiDefinition, id: string): HttpAuthorizer {
  const authorizer = authorizers.find(({ AuthorizerId }) => AuthorizerId === id);
  if (!authorizer) throw missing.authorizer();
  return authorizer;
}
