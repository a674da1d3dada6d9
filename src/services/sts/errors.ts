import { ServiceError } from '../../aws/index.ts';

/** The errors of the STS service model, by the codes of aws-query; texts as recorded on AWS. */

export function accessDenied(message: string): ServiceError {
  return new ServiceError('AccessDenied', 403, message);
}

export function validationError(message: string): ServiceError {
  return new ServiceError('ValidationError', 400, message);
}

/** @param member as AWS spells it in messages: `roleSessionName` */
export function constraint(value: string | number, member: string, text: string): ServiceError {
  return validationError(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${text}`,
  );
}

export function malformedPolicy(message: string): ServiceError {
  return new ServiceError('MalformedPolicyDocument', 400, message);
}

export function packedPolicyTooLarge(): ServiceError {
  return new ServiceError(
    'PackedPolicyTooLarge',
    400,
    'Packed policy consumes more than 100% of allotted space, please use smaller policy.',
  );
}

export function invalidIdentityToken(message: string): ServiceError {
  return new ServiceError('InvalidIdentityToken', 400, message);
}

export function expiredIdentityToken(message: string): ServiceError {
  return new ServiceError('ExpiredTokenException', 400, message);
}

export function idpCommunicationError(message: string): ServiceError {
  return new ServiceError('IDPCommunicationError', 400, message);
}
