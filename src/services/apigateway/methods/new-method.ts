import type { Method } from '../../../model/index.ts';
import { readHttpMethod } from '../http-method.ts';
import type { In } from '../types.ts';
import { readAuthorizationType } from './check-method.ts';

/**
 * A method as it is asked for; what it refers to is still to be checked.
 * @throws {ServiceError} 400 with AWS's text for a verb or a kind of authorization that there is not
 */
export function newMethod(input: Omit<In<'putMethod'>, 'restApiId' | 'resourceId'>): Method {
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
