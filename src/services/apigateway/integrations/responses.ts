import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { Integration, IntegrationResponse, Method } from '../../../model/index.ts';
import { statusCodeViolations } from '../constraints.ts';
import { withMember } from '../patch/index.ts';
import type { In } from '../types.ts';
import { CONTENT_HANDLINGS } from './patches.ts';

type ResponseInput = Omit<In<'putIntegrationResponse'>, 'restApiId' | 'resourceId' | 'httpMethod'>;

/**
 * An integration response as it is asked for; what it maps is still to be checked against its method.
 * @throws {ServiceError} 400
 */
export function newIntegrationResponse(input: ResponseInput): IntegrationResponse {
  refuseViolations(
    statusCodeViolations(input.statusCode),
    enumViolations(input.contentHandling, 'putIntegrationResponseInput.contentHandling', CONTENT_HANDLINGS),
  );
  const contentHandling = CONTENT_HANDLINGS.find((known) => known === input.contentHandling);
  return {
    statusCode: input.statusCode,
    ...(input.selectionPattern !== undefined && { selectionPattern: input.selectionPattern }),
    ...(input.responseParameters && { responseParameters: input.responseParameters }),
    ...(input.responseTemplates && { responseTemplates: input.responseTemplates }),
    ...(contentHandling && { contentHandling }),
  };
}

/** The method with a response put in its place, or taken away; without responses the integration has no map of them. */
export function withResponse(
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
