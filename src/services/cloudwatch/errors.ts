import { ServiceError } from '../../aws/index.ts';

/** Exceptions of the service model, all 400, by their names in it; aws-query renders the codes that it gives them. */
function exception(code: string) {
  return (message: string) => new ServiceError(code, 400, message);
}

export const invalidParameterValue = exception('InvalidParameterValueException');
export const invalidParameterCombination = exception('InvalidParameterCombinationException');
export const missingParameter = exception('MissingRequiredParameterException');
export const invalidNextToken = exception('InvalidNextToken');
/** Of operations that came later, `ValidationError` in aws-query. */
export const validationError = exception('ValidationError');
/** Sallyport's own bound, by the model's name for one. */
export const limitExceeded = exception('LimitExceededException');

/** A valid request for something that Sallyport does not have: refused by name, as an operation without a handler is. */
export function notSupported(feature: string): ServiceError {
  return new ServiceError('NotImplementedException', 501, `Sallyport does not support ${feature}.`);
}
