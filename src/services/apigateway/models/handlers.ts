import { refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { allModels, dropModel, insideApi, models, putModel, requireModel, requireRestApi } from '../documents/index.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkSchema } from './check-schema.ts';
import { createModel } from './create.ts';
import { patchModel } from './patches.ts';
import { refuseWhileReferenced } from './references.ts';

export function modelHandlers({ store, ids }: ServiceContext) {
  return {
    createModel: async (input, { scope }) => store.transact((tx) => createModel(tx, scope, input, ids)),

    getModel: async ({ restApiId, modelName }, { scope }) => requireModel(store, scope, restApiId, modelName),

    getModels: async ({ restApiId, ...page }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      return listPage(store, models, scope, insideApi(restApiId), page);
    },

    updateModel: async ({ restApiId, modelName, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateModelInput', patchOperations));
      return store.transact(async (tx) => {
        const model = await requireModel(tx, scope, restApiId, modelName);
        const patched = patchModel(model, patchOperations);
        checkSchema(patched, restApiId, await allModels(tx, scope, restApiId));
        await putModel(tx, scope, restApiId, patched);
        return patched;
      });
    },

    deleteModel: async ({ restApiId, modelName }, { scope }) => {
      await store.transact(async (tx) => {
        await requireModel(tx, scope, restApiId, modelName);
        await refuseWhileReferenced(tx, scope, restApiId, modelName);
        await dropModel(tx, scope, restApiId, modelName);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}
