import type { UserPool } from '../documents/index.ts';
import { invalidParameter, invalidPassword } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** Developer guide, "Password requirements": what counts as a symbol; a space within counts, too. */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;
/** The model's `^[\S]+.*[\S]+$`, and a single character, so written that no text takes more than one pass. */
const SHAPE = /^\S(?:.*\S)?$/su;

/**
 * Checks a new password by the pool's policy.
 * @throws {ServiceError} `InvalidPasswordException` with the text of the first rule that it breaks
 */
export function checkPassword({ settings }: UserPool, password: string): void {
  checkShape(password);
  const policy = settings.Policies?.PasswordPolicy ?? {};
  const broken = [
    [password.length < (policy.MinimumLength ?? 0), 'Password not long enough'],
    [policy.RequireLowercase && !/[a-z]/.test(password), 'Password must have lowercase characters'],
    [policy.RequireUppercase && !/[A-Z]/.test(password), 'Password must have uppercase characters'],
    [policy.RequireNumbers && !/[0-9]/.test(password), 'Password must have numeric characters'],
    [policy.RequireSymbols && !SYMBOL.test(password), 'Password must have symbol characters'],
  ].find(([isBroken]) => isBroken);
  if (broken) throw invalidPassword(`Password did not conform with policy: ${broken[1]}`);
}

/** The constraint of the service model; the value is not repeated, for it is a secret. */
function checkShape(password: string): void {
  const constraint = !SHAPE.test(password)
    ? 'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$'
    : password.length > LIMITS.passwordLength
      ? `Member must have length less than or equal to ${LIMITS.passwordLength}`
      : undefined;
  if (constraint === undefined) return;
  throw invalidParameter(
    `1 validation error detected: Value at 'password' failed to satisfy constraint: ${constraint}`,
  );
}
