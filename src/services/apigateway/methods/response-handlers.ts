import { refuseViolations } from '../../../aws/index.ts';
import type { Method, MethodResponse, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { patchOpViolations, statusCodeViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { conflict, missing } from '../errors.ts';
import { checkParameterName, invalidExpression, readResponseHeader } from '../mapping-expressions.ts';
import { withMember } from '../patch/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { changeExistingMethod, requireMethod } from './change-method.ts';
import { checkModels } from './models.ts';
import { patchMethodResponse } from './patches.ts';

export function methodResponseHandlers({ store }: ServiceContext) {
  return {
    putMethodResponse: async ({ statusCode, responseParameters, responseModels, ...address }, { scope }) => {
      refuseViolations(statusCodeViolations(statusCode));
      const response: MethodResponse = {
        statusCode,
        ...(responseParameters && { responseParameters }),
        ...(responseModels && { responseModels }),
      };
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

/** Keys of the parameters are `method.response.header.NAME`; models must exist. */
async function checkResponse(reader: Reader, scope: Scope, restApiId: string, response: MethodResponse): Promise<void> {
  for (const key of Object.keys(response.responseParameters ?? {})) {
    const name = readResponseHeader(key);
    if (name === undefined) throw invalidExpression(key);
    checkParameterName(name);
  }
  await checkModels(reader, scope, restApiId, response.responseModels);
}

function findResponse({ methodResponses = {} }: Method, statusCode: string): MethodResponse | undefined {
  return methodResponses[statusCode];
}

function requireResponse(method: Method, statusCode: string): MethodResponse {
  const response = findResponse(method, statusCode);
  if (!response) throw missing.response();
  return response;
}

/** The method with a response put in its place, or taken away; without responses it has no map of them. */
function withResponse(method: Method, statusCode: string, response: MethodResponse | undefined): Method {
  const { [statusCode]: _, ...others } = method.methodResponses ?? {};
  const methodResponses = response ? { ...others, [statusCode]: response } : others;
  return withMember(method, 'methodResponses', Object.keys(methodResponses).length > 0 ? methodResponses : undefined);
}
