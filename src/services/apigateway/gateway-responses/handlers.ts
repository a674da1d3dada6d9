import { GATEWAY_RESPONSE_TYPES, type GatewayResponse } from '../../../model/index.ts';
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
import { checkGatewayResponse, readResponseType, statusCodeViolations } from './check.ts';
import { DEFAULT_TEMPLATES } from './defaults.ts';
import { patchGatewayResponse } from './patches.ts';
import { renderGatewayResponse, untouched } from './render.ts';

export function gatewayResponseHandlers({ store }: ServiceContext) {
  return {
    putGatewayResponse: async ({ restApiId, ...input }, { scope }) => {
      const responseType = readResponseType(input.responseType, statusCodeViolations(input.statusCode));
      const response: GatewayResponse = {
        responseType,
        ...(input.statusCode !== undefined && { statusCode: input.statusCode }),
        responseParameters: input.responseParameters ?? {},
        responseTemplates: filled(input.responseTemplates),
      };
      checkGatewayResponse(response);
      await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        await putGatewayResponse(tx, scope, restApiId, response);
      });
      return renderGatewayResponse(responseType, [response]);
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

/** A response always has a template: the default one when none is given (recorded). */
function filled(templates: GatewayResponse['responseTemplates'] = {}): GatewayResponse['responseTemplates'] {
  return Object.keys(templates).length === 0 ? DEFAULT_TEMPLATES : templates;
}
