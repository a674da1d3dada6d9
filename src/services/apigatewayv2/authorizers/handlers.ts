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

/** @throws {ServiceError} 400; the text about the number is ours, the other one AWS's (reported by users) */
function checkOthers(authorizers: readonly HttpAuthorizer[], name: string): void {
  if (authorizers.length >= LIMITS.authorizers) {
    throw badRequest(`An HTTP API can have at most ${LIMITS.authorizers} authorizers.`);
  }
  if (authorizers.some(({ Name }) => Name === name)) {
    throw badRequest(`Authorizer name must be unique. Authorizer ${name} already exists in this RestApi.`);
  }
}

/** @throws {ServiceError} 409 where a route uses it; of a deletion with AWS's text (reported by users) */
function refuseUsed({ routes }: HttpApiDefinition, { AuthorizerId, Name }: HttpAuthorizer, what: string): void {
  const user = routes.find((route) => route.AuthorizerId === AuthorizerId);
  if (user === undefined) return;
  throw conflict(`Cannot ${what} authorizer '${Name}', is referenced in route: ${user.RouteKey}`);
}

/** @throws {ServiceError} 404 */
function requireAuthorizer({ authorizers }: HttpApiDefinition, id: string): HttpAuthorizer {
  const authorizer = authorizers.find(({ AuthorizerId }) => AuthorizerId === id);
  if (!authorizer) throw missing.authorizer();
  return authorizer;
}
