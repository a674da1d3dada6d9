import type { GatewayResponse } from '../../../model/index.ts';
import type { In } from '../types.ts';
import { checkGatewayResponse, readResponseType, statusCodeViolations } from './check.ts';
import { DEFAULT_TEMPLATES } from './defaults.ts';

/**
 * A gateway response as it is asked for, checked.
 * @throws {ServiceError} 400
 */
export function newGatewayResponse(input: Omit<In<'putGatewayResponse'>, 'restApiId'>): GatewayResponse {
  const response: GatewayResponse = {
    responseType: readResponseType(input.responseType, statusCodeViolations(input.statusCode)),
    ...(input.statusCode !== undefined && { statusCode: input.statusCode }),
    responseParameters: input.responseParameters ?? {},
    responseTemplates: filled(input.responseTemplates),
  };
  checkGatewayResponse(response);
  return response;
}

/** A response always has a template: the default one when none is given (recorded). */
function filled(templates: GatewayResponse['responseTemplates'] = {}): GatewayResponse['responseTemplates'] {
  return Object.keys(templates).length === 0 ? DEFAULT_TEMPLATES : templates;
}
