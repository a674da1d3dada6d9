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
      changeMethod(store, scope, input, (existing) => {
        const method = newMethod(input);
        if (existing) throw conflict('Method already exists for this resource');
        return method;
      }),

    getMethod: async (input, { scope }) => requireMethod(store, scope, input),

    updateMethod: async ({ patchOperations, ...address }, { scope }) => {
      refuseViolations(patchOpViolations('updateMethodInput', patchOperations));
      return changeExistingMethod(store, scope, address, (method) =>
        checkedMethod(patchMethod(method, patchOperations)),
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
  return checkedMethod({
    httpMethod: readHttpMethod(input.httpMethod),
    authorizationType: readAuthorizationType(input.authorizationType),
    ...(input.authorizerId !== undefined && { authorizerId: input.authorizerId }),
    apiKeyRequired: input.apiKeyRequired ?? false,
    ...(input.requestValidatorId && { requestValidatorId: input.requestValidatorId }),
    ...(input.operationName && { operationName: input.operationName }),
    ...(input.requestParameters && { requestParameters: input.requestParameters }),
    ...(input.requestModels && { requestModels: input.requestModels }),
    ...(input.authorizationScopes?.length && { authorizationScopes: input.authorizationScopes }),
  });
}
