import { refuseViolations } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  closeApiStages,
  deleteRestApiTree,
  mappingsTo,
  putRestApi,
  requireRestApi,
  restApis,
  stageRef,
  stagesOf,
} from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { createRestApi } from './create.ts';
import { checkEndpoint } from './endpoint.ts';
import { patchRestApi } from './patches.ts';
import { renderRestApi, renderTaggedRestApi } from './render.ts';
import { checkSecurityPolicy } from './security-policy.ts';

export function restApiHandlers({ store, publisher, ids, limits }: ServiceContext) {
  return {
    createRestApi: async (input, { scope, nowMs }) =>
      renderRestApi(await store.transact((tx) => createRestApi(tx, scope, input, { ids, limits }, nowMs))),

    getRestApi: async ({ restApiId }, { scope }) => renderTaggedRestApi(await requireRestApi(store, scope, restApiId)),

    getRestApis: async (input, { scope }) => {
      const { items, ...rest } = await listPage(store, restApis, scope, '', input);
      return { items: items.map(renderRestApi), ...rest };
    },

    updateRestApi: async ({ restApiId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateRestApiInput', patchOperations));
      const changed = await store.transact(async (tx) => {
        const restApi = await requireRestApi(tx, scope, restApiId);
        const patched = patchRestApi({ scope, restApiId, ...limits })(restApi, patchOperations);
        checkEndpoint(patched.endpointConfiguration);
        checkSecurityPolicy(patched);
        await putRestApi(tx, scope, patched);
        return patched;
      });
      return renderTaggedRestApi(changed);
    },

    deleteRestApi: async ({ restApiId }, { scope }) => {
      const { removed, planIds } = await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        await refuseMappings(tx, scope, restApiId);
        const deployed = await stagesOf(tx, scope, restApiId);
        await deleteRestApiTree(tx, scope, restApiId);
        return { removed: deployed, planIds: await closeApiStages(tx, scope, (apiId) => apiId === restApiId) };
      });
      for (const stage of removed) await publisher.stageRemoved(stageRef(scope, restApiId, stage));
      if (planIds.length > 0) await publisher.usagePlansChanged({ scope, planIds });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/**
 * An API that domain names lead to stays.
 * @throws {ServiceError} 400 with AWS's text
 */
async function refuseMappings(reader: Reader, scope: Scope, restApiId: string): Promise<void> {
  const domains = await mappingsTo(reader, scope, restApiId);
  if (domains.length === 0) return;
  throw badRequest(
    `Deleting RestApi ${restApiId} failed. Please remove all base path mappings related to the RestApi in your domains: ${domains.join(', ')}.`,
  );
}
