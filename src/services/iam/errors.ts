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

/** For each rule that a password breaks: AWS does not say which. */
export function passwordPolicyViolation(): ServiceError {
  return new ServiceError('PasswordPolicyViolation', 400, 'Password does not conform to the account password policy.');
}

export function invalidUserType(message: string): ServiceError {
  return new ServiceError('InvalidUserType', 400, message);
}

export function accessDenied(message: string): ServiceError {
  return new ServiceError('AccessDenied', 403, message);
}

/** Too much of something that is slow, or of something that is guessed. */
export function throttling(): ServiceError {
  return new ServiceError('Throttling', 400, 'Rate exceeded');
}

/** What users of AWS report for sessions by `GetSessionToken` without a device. */
export function invalidToken(): ServiceError {
  return new ServiceError('InvalidClientTokenId', 403, 'The security token included in the request is invalid');
}
