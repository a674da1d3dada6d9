import { refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  dropRequestValidator,
  insideApi,
  putRequestValidator,
  requestValidators,
  requireRequestValidator,
  requireRestApi,
} from '../documents/index.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkNameIsFree, createRequestValidator } from './create.ts';
import { patchRequestValidator } from './patches.ts';
import { refuseWhileReferenced } from './references.ts';

export function requestValidatorHandlers({ store, ids }: ServiceContext) {
  return {
    createRequestValidator: async (input, { scope }) =>
      store.transact((tx) => createRequestValidator(tx, scope, input, ids)),

    getRequestValidator: async ({ restApiId, requestValidatorId }, { scope }) =>
      requireRequestValidator(store, scope, restApiId, requestValidatorId),

    getRequestValidators: async ({ restApiId, ...page }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      return listPage(store, requestValidators, scope, insideApi(restApiId), page);
    },

    updateRequestValidator: async ({ restApiId, requestValidatorId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateRequestValidatorInput', patchOperations));
      return store.transact(async (tx) => {
        const before = await requireRequestValidator(tx, scope, restApiId, requestValidatorId);
        const patched = patchRequestValidator(before, patchOperations);
        await checkNameIsFree(tx, scope, restApiId, patched);
        await putRequestValidator(tx, scope, restApiId, patched);
        return patched;
      });
    },

    deleteRequestValidator: async ({ restApiId, requestValidatorId }, { scope }) => {
      await store.transact(async (tx) => {
        await requireRequestValidator(tx, scope, restApiId, requestValidatorId);
        await refuseWhileReferenced(tx, scope, restApiId, requestValidatorId);
        await dropRequestValidator(tx, scope, restApiId, requestValidatorId);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}
