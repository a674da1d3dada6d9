import { checkSecretHash } from '../clients/index.ts';
import { findCredentials, findUser } from '../documents/index.ts';
import { missing, notAuthorized } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { hidesUsers } from '../users/index.ts';
import { admit } from './admit.ts';
import type { SignInContext, Step, StepResult } from './context.ts';
import { requireParameter } from './parameters.ts';

/** `USER_PASSWORD_AUTH`, `ADMIN_USER_PASSWORD_AUTH`. @throws {ServiceError} */
export async function signInByPassword(
  context: SignInContext,
  { found, parameters, nowMs }: Step,
): Promise<StepResult> {
  const { scope, pool, client } = found;
  const called = requireParameter(parameters, 'USERNAME');
  const password = requireParameter(parameters, 'PASSWORD');
  checkSecretHash(client, called, parameters.SECRET_HASH);
  const user = await findUser(context.store, scope, pool, called);
  if (user === undefined && !hidesUsers(client)) throw missing.user();
  await context.attempts.begin(scope, pool, called, user, nowMs);
  const credentials = user && (await findCredentials(context.store, scope, pool, user));
  const isRight = password.length <= LIMITS.passwordLength && (await context.passwords.matches(password, credentials));
  if (!isRight || user === undefined || credentials === undefined) throw wrongPassword();
  return admit(context, found, user, credentials, nowMs);
}

export function wrongPassword() {
  return notAuthorized('Incorrect username or password.');
}
