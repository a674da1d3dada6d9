import { refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { conflict, missing } from '../errors.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { changeExistingMethod, changeMethod, requireMethod } from './change-method.ts';
import { checkedMethod } from './check-method.ts';
import { newMethod } from './new-method.ts';
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
