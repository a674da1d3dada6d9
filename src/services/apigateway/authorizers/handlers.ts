import { refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  authorizers,
  dropAuthorizer,
  insideApi,
  putAuthorizer,
  putServedStage,
  requireAuthorizer,
  requireRestApi,
  requireStage,
} from '../documents/index.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers, In } from '../types.ts';
import { checkAuthorizer } from './check-authorizer.ts';
import { checkName, createAuthorizer } from './create.ts';
import { patchAuthorizer } from './patches.ts';
import { refuseWhileReferenced } from './references.ts';

export function authorizerHandlers({ store, publisher, ids, testAuthorizer }: ServiceContext) {
  return {
    createAuthorizer: async (input, { scope }) => store.transact((tx) => createAuthorizer(tx, scope, input, ids)),

    getAuthorizer: async ({ restApiId, authorizerId }, { scope }) =>
      requireAuthorizer(store, scope, restApiId, authorizerId),

    getAuthorizers: async ({ restApiId, ...page }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      return listPage(store, authorizers, scope, insideApi(restApiId), page);
    },

    updateAuthorizer: async ({ restApiId, authorizerId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateAuthorizerInput', patchOperations));
      return store.transact(async (tx) => {
        const before = await requireAuthorizer(tx, scope, restApiId, authorizerId);
        const patched = patchAuthorizer(before, patchOperations);
        checkAuthorizer(patched);
        await checkName(tx, scope, restApiId, patched);
        await putAuthorizer(tx, scope, restApiId, patched);
        return patched;
      });
    },

    deleteAuthorizer: async ({ restApiId, authorizerId }, { scope }) => {
      await store.transact(async (tx) => {
        const authorizer = await requireAuthorizer(tx, scope, restApiId, authorizerId);
        await refuseWhileReferenced(tx, scope, restApiId, authorizer);
        await dropAuthorizer(tx, scope, restApiId, authorizerId);
      });
      return {};
    },

    testInvokeAuthorizer: async (
      { restApiId, authorizerId, pathWithQueryString, stageVariables, ...input },
      { scope },
    ) => {
      const authorizer = await requireAuthorizer(store, scope, restApiId, authorizerId);
      const { latencyMs, ...result } = await testAuthorizer({
        scope,
        apiId: restApiId,
        authorizer,
        headers: simulatedHeaders(input),
        pathWithQueryString: `/${(pathWithQueryString ?? '').replace(/^\/+/, '')}`,
        ...(stageVariables && { stageVariables }),
      });
      return { ...result, latency: latencyMs };
    },

    /** What authorizers decided is kept by the plan of a stage's revision, so a new revision has forgotten it. */
    flushStageAuthorizersCache: async ({ restApiId, stageName }, { scope, nowMs }) => {
      const ref = await store.transact(async (tx) => {
        const { stage } = await requireStage(tx, scope, restApiId, stageName);
        return putServedStage(tx, scope, restApiId, stage, nowMs);
      });
      await publisher.stageChanged(ref);
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/** Names and values in one flat list; a name with several values is taken from them alone. */
function simulatedHeaders({
  headers = {},
  multiValueHeaders = {},
}: Pick<In<'testInvokeAuthorizer'>, 'headers' | 'multiValueHeaders'>) {
  return [
    ...Object.entries(headers).filter(([name]) => !Object.hasOwn(multiValueHeaders, name)),
    ...Object.entries(multiValueHeaders).flatMap(([name, values]) => values.map((value) => [name, value])),
  ].flat();
}
