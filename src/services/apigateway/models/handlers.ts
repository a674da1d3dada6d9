import { refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { allModels, dropModel, insideApi, models, putModel, requireModel, requireRestApi } from '../documents/index.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkModelSchema } from './check-schema.ts';
import { createModel } from './create.ts';
import { flatSchema } from './flat-schema.ts';
import { patchModel } from './patches.ts';
import { refuseWhileReferenced } from './references.ts';
import { sampleTemplate } from './sample-template.ts';

export function modelHandlers({ store, ids }: ServiceContext) {
  return {
    createModel: async (input, { scope }) => store.transact((tx) => createModel(tx, scope, input, ids)),

    getModel: async ({ restApiId, modelName, flatten }, { scope }) => {
      const model = await requireModel(store, scope, restApiId, modelName);
      const schema = flatten ? flatSchema(model, restApiId, await allModels(store, scope, restApiId)) : undefined;
      return schema ? { ...model, schema: JSON.stringify(schema) } : model;
    },

    getModelTemplate: async ({ restApiId, modelName }, { scope }) => {
      const model = await requireModel(store, scope, restApiId, modelName);
      const schema = flatSchema(model, restApiId, await allModels(store, scope, restApiId));
      return { value: sampleTemplate(schema ?? {}) };
    },

    getModels: async ({ restApiId, ...page }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      return listPage(store, models, scope, insideApi(restApiId), page);
    },

    updateModel: async ({ restApiId, modelName, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateModelInput', patchOperations));
      return store.transact(async (tx) => {
        const model = await requireModel(tx, scope, restApiId, modelName);
        const patched = patchModel(model, patchOperations);
        const names = (await allModels(tx, scope, restApiId)).map((other) => other.name);
        checkModelSchema(patched, restApiId, new Set(names));
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
