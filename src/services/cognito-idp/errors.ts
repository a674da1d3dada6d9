import { describeViolations, ServiceError, type Violation } from '../../aws/index.ts';

/** The exceptions of the service model, all 400 (API reference, "Errors" of each operation). */
function exception(code: string) {
  return (message: string) => new ServiceError(code, 400, message);
}

export const invalidParameter = exception('InvalidParameterException');
export const notAuthorized = exception('NotAuthorizedException');
export const resourceNotFound = exception('ResourceNotFoundException');
export const limitExceeded = exception('LimitExceededException');
export const tooManyRequests = exception('TooManyRequestsException');
export const invalidPassword = exception('InvalidPasswordException');
export const usernameExists = exception('UsernameExistsException');
export const aliasExists = exception('AliasExistsException');
export const groupExists = exception('GroupExistsException');
export const codeMismatch = exception('CodeMismatchException');
export const expiredCode = exception('ExpiredCodeException');
export const userNotConfirmed = exception('UserNotConfirmedException');
export const passwordResetRequired = exception('PasswordResetRequiredException');
export const unsupportedUserState = exception('UnsupportedUserStateException');
export const unsupportedOperation = exception('UnsupportedOperationException');
export const unsupportedTokenType = exception('UnsupportedTokenTypeException');
export const unauthorizedClient = exception('UnauthorizedException');
export const scopeDoesNotExist = exception('ScopeDoesNotExistException');
export const refreshTokenReuse = exception('RefreshTokenReuseException');

/** The texts are those that users of AWS report. */
export const missing = {
  userPool: (poolId: string) => resourceNotFound(`User pool ${poolId} does not exist.`),
  client: (clientId: string) => resourceNotFound(`User pool client ${clientId} does not exist.`),
  user: () => exception('UserNotFoundException')('User does not exist.'),
  group: () => resourceNotFound('Group not found.'),
  resourceServer: () => resourceNotFound('Resource server does not exist.'),
} as const;

/** A temporary password is not reset: the user never had one of his own. The text is the one that users of AWS report. */
export function passwordNotResettable(): ServiceError {
  return notAuthorized('User password cannot be reset in the current state.');
}

/** A valid request for a feature that Sallyport does not have: refused by name, as an operation without a handler is. */
export function notSupported(feature: string): ServiceError {
  return new ServiceError('NotImplementedException', 501, `Sallyport does not support ${feature}.`);
}

/**
 * Refuses the first of these features that is asked for.
 * @throws {ServiceError} 501
 */
export function refuseFeatures(asked: Readonly<Record<string, boolean>>): void {
  const feature = Object.keys(asked).find((name) => asked[name]);
  if (feature !== undefined) throw notSupported(feature);
}

/** Constraints of the service model, which Cognito reports under a name of its own. @throws {ServiceError} */
export function refuse(...violations: readonly (readonly Violation[])[]): void {
  const all = violations.flat();
  if (all.length > 0) throw invalidParameter(describeViolations(all));
}
