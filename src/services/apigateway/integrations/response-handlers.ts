import { refuseViolations } from '../../../aws/index.ts';
import type { Integration, IntegrationResponse } from '../../../model/index.ts';
import { patchOpViolations, statusCodeViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { missing } from '../errors.ts';
import { changeExistingMethod, changeMethod, requireMethod } from '../methods/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkIntegrationResponse } from './check-response.ts';
import { requireIntegration } from './integration-handlers.ts';
import { patchIntegrationResponse } from './patches.ts';
import { newIntegrationResponse, withResponse } from './responses.ts';

export function integrationResponseHandlers({ store }: ServiceContext) {
  return {
    putIntegrationResponse: async (input, { scope }) => {
      const response = newIntegrationResponse(input);
      await changeExistingMethod(store, scope, input, (method) => {
        const integration = requireIntegration(method);
        checkIntegrationResponse(response, method);
        return withResponse(method, integration, input.statusCode, response);
      });
      return response;
    },

    getIntegrationResponse: async ({ statusCode, ...address }, { scope }) => {
      refuseViolations(statusCodeViolations(statusCode));
      return requireResponse(requireIntegration(await requireMethod(store, scope, address)), statusCode);
    },

    updateIntegrationResponse: async ({ statusCode, patchOperations, ...address }, { scope }) => {
      refuseViolations(
        patchOpViolations('updateIntegrationResponseInput', patchOperations),
        statusCodeViolations(statusCode),
      );
      const method = await changeExistingMethod(store, scope, address, (before) => {
        const integration = requireIntegration(before);
        const patched = patchIntegrationResponse(requireResponse(integration, statusCode), patchOperations);
        checkIntegrationResponse(patched, before);
        return withResponse(before, integration, statusCode, patched);
      });
      return requireResponse(requireIntegration(method), statusCode);
    },

    deleteIntegrationResponse: async ({ statusCode, ...address }, { scope }) => {
      refuseViolations(statusCodeViolations(statusCode));
      await changeMethod(store, scope, address, (method) => {
        // Here AWS does not tell a missing method from a missing integration (recorded).
        if (!method?.methodIntegration) throw missing.integration();
        requireResponse(method.methodIntegration, statusCode);
        return withResponse(method, method.methodIntegration, statusCode, undefined);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

function requireResponse({ integrationResponses = {} }: Integration, statusCode: string): IntegrationResponse {
  const response = integrationResponses[statusCode];
  if (!response) throw missing.response();
  return response;
}
