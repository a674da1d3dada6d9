import { refuseViolations } from '../../../aws/index.ts';
import type { Method, MethodResponse } from '../../../model/index.ts';
import { patchOpViolations, statusCodeViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { conflict, missing } from '../errors.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { changeExistingMethod, requireMethod } from './change-method.ts';
import { patchMethodResponse } from './patches.ts';
import { checkResponse, newMethodResponse, withResponse } from './responses.ts';

export function methodResponseHandlers({ store }: ServiceContext) {
  return {
    putMethodResponse: async ({ statusCode, responseParameters, responseModels, ...address }, { scope }) => {
      const response = newMethodResponse({ statusCode, responseParameters, responseModels });
      await changeExistingMethod(store, scope, address, async (method, _, reader) => {
        await checkResponse(reader, scope, address.restApiId, response);
        if (findResponse(method, statusCode)) throw conflict('Response already exists for this resource');
        return withResponse(method, statusCode, response);
      });
      return response;
    },

    getMethodResponse: async ({ statusCode, ...address }, { scope }) => {
      refuseViolations(statusCodeViolations(statusCode));
      return requireResponse(await requireMethod(store, scope, address), statusCode);
    },

    updateMethodResponse: async ({ statusCode, patchOperations, ...address }, { scope }) => {
      refuseViolations(
        patchOpViolations('updateMethodResponseInput', patchOperations),
        statusCodeViolations(statusCode),
      );
      const method = await changeExistingMethod(store, scope, address, async (before, _, reader) => {
        const patched = patchMethodResponse(requireResponse(before, statusCode), patchOperations);
        await checkResponse(reader, scope, address.restApiId, patched);
        return withResponse(before, statusCode, patched);
      });
      return requireResponse(method, statusCode);
    },

    deleteMethodResponse: async ({ statusCode, ...address }, { scope }) => {
      refuseViolations(statusCodeViolations(statusCode));
      await changeExistingMethod(store, scope, address, (method) => {
        requireResponse(method, statusCode);
        return withResponse(method, statusCode, undefined);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

function findResponse({ methodResponses = {} }: Method, statusCode: string): MethodResponse | undefined {
  return methodResponses[statusCode];
}

function requireResponse(method: Method, statusCode: string): MethodResponse {
  const response = findResponse(method, statusCode);
  if (!response) throw missing.response();
  return response;
}
