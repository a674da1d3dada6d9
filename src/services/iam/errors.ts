import { ServiceError } from '../../aws/index.ts';

/** The errors of the IAM service model, by the codes of aws-query; texts as recorded on AWS. */

export function noSuchEntity(message: string): ServiceError {
  return new ServiceError('NoSuchEntity', 404, message);
}

export function alreadyExists(message: string): ServiceError {
  return new ServiceError('EntityAlreadyExists', 409, message);
}

export function deleteConflict(message: string): ServiceError {
  return new ServiceError('DeleteConflict', 409, message);
}

export function limitExceeded(message: string): ServiceError {
  return new ServiceError('LimitExceeded', 409, message);
}

/** @param quota AWS's name of it, such as `AccessKeysPerUser` */
export function quotaExceeded(quota: string, limit: number): ServiceError {
  return limitExceeded(`Cannot exceed quota for ${quota}: ${limit}`);
}

export function malformedPolicy(message: string): ServiceError {
  return new ServiceError('MalformedPolicyDocument', 400, message);
}

export function invalidInput(message: string): ServiceError {
  return new ServiceError('InvalidInput', 400, message);
}

export function validationError(message: string): ServiceError {
  return new ServiceError('ValidationError', 400, message);
}

/** What users of AWS report for sessions by `GetSessionToken` without a device. */
export function invalidToken(): ServiceError {
  return new ServiceError('InvalidClientTokenId', 403, 'The security token included in the request is invalid');
}
