import { GATEWAY_RESPONSE_TYPES } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  allGatewayResponses,
  dropGatewayResponse,
  findGatewayResponse,
  putGatewayResponse,
  requireRestApi,
} from '../documents/index.ts';
import { missing } from '../errors.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkGatewayResponse, readResponseType } from './check.ts';
import { newGatewayResponse } from './create.ts';
import { patchGatewayResponse } from './patches.ts';
import { renderGatewayResponse, untouched } from './render.ts';

export function gatewayResponseHandlers({ store }: ServiceContext) {
  return {
    putGatewayResponse: async ({ restApiId, ...input }, { scope }) => {
      const response = newGatewayResponse(input);
      await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        await putGatewayResponse(tx, scope, restApiId, response);
      });
      return renderGatewayResponse(response.responseType, [response]);
    },

    getGatewayResponse: async ({ restApiId, ...input }, { scope }) => {
      const responseType = readResponseType(input.responseType);
      await requireRestApi(store, scope, restApiId);
      return renderGatewayResponse(responseType, await allGatewayResponses(store, scope, restApiId));
    },

    getGatewayResponses: async ({ restApiId, ...page }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      const defined = await allGatewayResponses(store, scope, restApiId);
      const { items, ...rest } = pageOf(GATEWAY_RESPONSE_TYPES, (type) => type, page);
      return { items: items.map((type) => renderGatewayResponse(type, defined)), ...rest };
    },

    updateGatewayResponse: async ({ restApiId, patchOperations, ...input }, { scope }) => {
      const operations = patchOpViolations('updateGatewayResponseInput', patchOperations);
      const responseType = readResponseType(input.responseType, operations);
      const patched = await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        const before = await findGatewayResponse(tx, scope, restApiId, responseType);
        const after = patchGatewayResponse(before ?? untouched(responseType), patchOperations);
        checkGatewayResponse(after);
        await putGatewayResponse(tx, scope, restApiId, after);
        return after;
      });
      return renderGatewayResponse(responseType, [patched]);
    },

    deleteGatewayResponse: async ({ restApiId, ...input }, { scope }) => {
      const responseType = readResponseType(input.responseType);
      await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        if (!(await dropGatewayResponse(tx, scope, restApiId, responseType))) throw missing.gatewayResponse();
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}
