import { refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  descendants,
  dropResource,
  insideApi,
  requireResource,
  requireRestApi,
  resources,
} from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { createResource } from './create.ts';
import { renderResource } from './render.ts';
import { updateResource } from './update.ts';

export function resourceHandlers({ store, ids }: ServiceContext) {
  return {
    createResource: async ({ restApiId, parentId, pathPart }, { scope }) => {
      const created = await store.transact(async (tx) => {
        const parent = await requireResource(tx, scope, restApiId, parentId);
        return createResource(tx, scope, restApiId, parent, pathPart, ids);
      });
      return renderResource(created);
    },

    getResource: async ({ restApiId, resourceId, embed }, { scope }) =>
      renderResource(await requireResource(store, scope, restApiId, resourceId), embed),

    getResources: async ({ restApiId, embed, ...page }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      const { items, ...rest } = await listPage(store, resources, scope, insideApi(restApiId), page);
      return { items: items.map((resource) => renderResource(resource, embed)), ...rest };
    },

    updateResource: async ({ restApiId, resourceId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateResourceInput', patchOperations));
      return renderResource(
        await store.transact((tx) => updateResource(tx, scope, restApiId, resourceId, patchOperations)),
      );
    },

    deleteResource: async ({ restApiId, resourceId }, { scope }) => {
      await store.transact(async (tx) => {
        const resource = await requireResource(tx, scope, restApiId, resourceId);
        if (resource.parentId === undefined) throw badRequest('Root resource cannot be deleted.');
        for (const doomed of [resource, ...(await descendants(tx, scope, restApiId, resourceId))]) {
          await dropResource(tx, scope, restApiId, doomed);
        }
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}
