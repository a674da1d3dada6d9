import { refuseViolations } from '../../../aws/index.ts';
import type { Method } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { conflict, missing } from '../errors.ts';
import type { ApiGatewayHandlers, In } from '../types.ts';
import { changeExistingMethod, changeMethod, requireMethod } from './change-method.ts';
import { checkedMethod, readAuthorizationType, readHttpMethod } from './check-method.ts';
import { patchMethod } from './patches.ts';

export function methodHandlers({ store }: ServiceContext) {
  return {
    putMethod: async (input, { scope }) =>
      changeMethod(store, scope, input, async (existing, _, reader) => {
        const method = await checkedMethod(reader, scope, input.restApiId, newMethod(input));
        if (existing) throw conflict('Method already exists for this resource');
        return method;
      }),

    getMethod: async (input, { scope }) => requireMethod(store, scope, input),

    updateMethod: async ({ patchOperations, ...address }, { scope }) => {
      refuseViolations(patchOpViolations('updateMethodInput', patchOperations));
      return changeExistingMethod(store, scope, address, (method, _, reader) =>
        checkedMethod(reader, scope, address.restApiId, patchMethod(method, patchOperations)),
      );
    },

    deleteMethod: async (input, { scope }) => {
      await changeMethod(store, scope, input, (method) => {
        if (!method) throw missing.method();
        return undefined;
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

function newMethod(input: In<'putMethod'>): Method {
  return {
    httpMethod: readHttpMethod(input.httpMethod),
    authorizationType: readAuthorizationType(input.authorizationType),
    ...(input.authorizerId !== undefined && { authorizerId: input.authorizerId }),
    apiKeyRequired: input.apiKeyRequired ?? false,
    ...(input.requestValidatorId && { requestValidatorId: input.requestValidatorId }),
    ...(input.operationName && { operationName: input.operationName }),
    ...(input.requestParameters && { requestParameters: input.requestParameters }),
    ...(input.requestModels && { requestModels: input.requestModels }),
    ...(input.authorizationScopes?.length && { authorizationScopes: input.authorizationScopes }),
  };
}
