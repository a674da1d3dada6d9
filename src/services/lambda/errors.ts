import { ServiceError } from '../../aws/index.ts';

/** The errors of the Lambda service model. All say `Type: "User"`: the caller can mend them (recorded on AWS). */

export function invalidParameter(message: string): ServiceError {
  return userError('InvalidParameterValueException', 400, message);
}

export function notFound(message: string): ServiceError {
  return userError('ResourceNotFoundException', 404, message);
}

/** @param arn with the qualifier, if the caller gave one (recorded: `test_ops_on_nonexisting_fn`, `..._version`) */
export function functionNotFound(arn: string): ServiceError {
  return notFound(`Function not found: ${arn}`);
}

export function conflict(message: string): ServiceError {
  return userError('ResourceConflictException', 409, message);
}

/** Recorded: `test_lambda_permission_revisions`. */
export function revisionMismatch(): ServiceError {
  return userError(
    'PreconditionFailedException',
    412,
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
  );
}

/** A service error of Lambda with another name. */
export function userError(
  code: string,
  statusCode: number,
  message: string,
  members: Readonly<Record<string, unknown>> = {},
): ServiceError {
  return new ServiceError(code, statusCode, message, { Type: 'User', ...members });
}
