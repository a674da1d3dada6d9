import type { Call } from '../../../aws/index.ts';
import { validationError } from '../errors.ts';

/**
 * The user that a call is about: the one that it names, else the caller.
 * @throws {ServiceError} `ValidationError` where the caller is no user
 */
export function userNameOf(given: string | undefined, { principal }: Call): string {
  const name = given ?? principal.userName;
  if (name === undefined) throw validationError('Must specify userName when calling with non-User credentials');
  return name;
}
