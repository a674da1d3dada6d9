import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { Integration, IntegrationResponse, Method } from '../../../model/index.ts';
import { patchOpViolations, statusCodeViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { missing } from '../errors.ts';
import { changeExistingMethod, changeMethod, requireMethod } from '../methods/index.ts';
import { withMember } from '../patch/index.ts';
import type { ApiGatewayHandlers, In } from '../types.ts';
import { checkIntegrationResponse } from './check-response.ts';
import { requireIntegration } from './integration-handlers.ts';
import { CONTENT_HANDLINGS, patchIntegrationResponse } from './patches.ts';

export function integrationResponseHandlers({ store }: ServiceContext) {
  return {
    putIntegrationResponse: async (input, { scope }) => {
      refuseViolations(
        statusCodeViolations(input.statusCode),
        enumViolations(input.contentHandling, 'putIntegrationResponseInput.contentHandling', CONTENT_HANDLINGS),
      );
      const response = newResponse(input);
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

function newResponse(input: In<'putIntegrationResponse'>): IntegrationResponse {
  const contentHandling = CONTENT_HANDLINGS.find((known) => known === input.contentHandling);
  return {
    statusCode: input.statusCode,
    ...(input.selectionPattern !== undefined && { selectionPattern: input.selectionPattern }),
    ...(input.responseParameters && { responseParameters: input.responseParameters }),
    ...(input.responseTemplates && { responseTemplates: input.responseTemplates }),
    ...(contentHandling && { contentHandling }),
  };
}

function requireResponse({ integrationResponses = {} }: Integration, statusCode: string): IntegrationResponse {
  const response = integrationResponses[statusCode];
  if (!response) throw missing.response();
  return response;
}

/** The method with a response put in its place, or taken away; without responses the integration has no map of them. */
function withResponse(
  method: Method,
  integration: Integration,
  statusCode: string,
  response: IntegrationResponse | undefined,
): Method {
  const { [statusCode]: _, ...others } = integration.integrationResponses ?? {};
  const responses = response ? { ...others, [statusCode]: response } : others;
  const methodIntegration = withMember(
    integration,
    'integrationResponses',
    Object.keys(responses).length > 0 ? responses : undefined,
  );
  return { ...method, methodIntegration };
}
