import { ServiceError } from '../../aws/index.ts';

/** The exceptions of the service model, all 400 (API reference, "Errors" of each operation). */
function exception(code: string) {
  return (message: string) => new ServiceError(code, 400, message);
}

export const validation = exception('ValidationException');
export const invalidArn = exception('InvalidArnException');
export const invalidTag = exception('InvalidTagException');
export const tooManyTags = exception('TooManyTagsException');

/** As users of AWS report it. */
export function certificateNotFound(arn: string): ServiceError {
  return exception('ResourceNotFoundException')(`Could not find certificate ${arn}.`);
}

/** Its text is ours. */
export function requestInProgress(arn: string): ServiceError {
  return exception('RequestInProgressException')(`Certificate ${arn} is not issued yet.`);
}

/** As users of AWS report it. */
export function certificateInUse(arn: string, accountId: string): ServiceError {
  return exception('ResourceInUseException')(`Certificate ${arn} in account ${accountId} is in use.`);
}

/** A valid request for a feature that Sallyport does not have: refused by name, as an operation without a handler is. */
export function notSupported(feature: string): ServiceError {
  return new ServiceError('NotImplementedException', 501, `Sallyport does not support ${feature}.`);
}
