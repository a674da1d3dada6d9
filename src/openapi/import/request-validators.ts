import type { RequestValidator } from '../../model/index.ts';
import { flagAt, type JsonObject, objectAt, objectEntries } from '../values.ts';

/** `x-amazon-apigateway-request-validators` (guide page api-gateway-swagger-extensions-request-validators). */
export function readRequestValidators(document: JsonObject): readonly Omit<RequestValidator, 'id'>[] {
  const validators = objectAt(document, 'x-amazon-apigateway-request-validators');
  return objectEntries(validators).map(([name, validator]) => ({
    name,
    validateRequestBody: flagAt(validator, 'validateRequestBody') ?? false,
    validateRequestParameters: flagAt(validator, 'validateRequestParameters') ?? false,
  }));
}
