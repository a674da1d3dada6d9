import { ServiceError } from '../../../aws/index.ts';
import type { ConsoleOutcome, ConsoleUser } from './outcome.ts';

/** Refusals, in the words of AWS’s sign-in page where it has some. */
export function invalidRequest(message: string, status = 400): ServiceError {
  return new ServiceError('ValidationException', status, message);
}

export function notFromHere(message: string): ServiceError {
  return new ServiceError('AccessDeniedException', 403, message);
}

/** @param waitMs until another attempt makes sense */
export function tooManyAttempts(waitMs: number): ServiceError {
  const seconds = Math.ceil(waitMs / 1_000);
  return new ServiceError(
    'TooManyRequestsException',
    429,
    `There were too many attempts to sign in. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    { retryAfterSeconds: seconds },
  );
}

/** Why somebody is not let in. */
export function refusalOf(
  outcome: Exclude<ConsoleOutcome<ConsoleUser>, { readonly outcome: 'signed in' }>,
): ServiceError {
  switch (outcome.outcome) {
    case 'locked':
      return tooManyAttempts(outcome.waitMs);
    case 'refused':
      return new ServiceError(
        'AuthenticationFailedException',
        403,
        'Your authentication information is incorrect. Please try again.',
      );
    case 'expired':
      return new ServiceError(
        'PasswordExpiredException',
        403,
        'Your password has expired. Contact your administrator to have it reset.',
      );
    case 'password reset required':
      return new ServiceError('PasswordResetRequiredException', 403, 'You must change your password to continue.');
  }
}
