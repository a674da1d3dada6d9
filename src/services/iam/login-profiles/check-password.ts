import type { PasswordPolicyDocument } from '../documents/index.ts';
import { passwordPolicyViolation, validationError } from '../errors.ts';
import { IAM_LIMITS } from '../limits.ts';

/** API reference, `passwordType`. */
const CHARACTERS = /^[\t\n\r\x20-\xff]+$/;
/** API reference, `PasswordPolicy`, `RequireSymbols`. */
const SYMBOL = /[!@#$%^&*()_+\-=[\]{}|']/;
/** IAM user guide, "Default password policy": so long, and so many of the four types of characters. */
const DEFAULT = { minimumLength: 8, types: 3 } as const;

/**
 * Checks a new password by the account's policy, or by AWS's where the account has none.
 * @param accountAlias what no password may be under the default policy
 * @throws {ServiceError} `ValidationError`, `PasswordPolicyViolation`
 */
export function checkPassword(
  password: string,
  policy: PasswordPolicyDocument | undefined,
  accountAlias: string | undefined,
): void {
  checkShape(password);
  const conforms = policy === undefined ? isGoodByDefault(password, accountAlias) : isGoodBy(policy, password);
  if (!conforms) throw passwordPolicyViolation();
}

/** The constraints of the service model; the value is not repeated, for it is a secret. */
function checkShape(password: string): void {
  const most = IAM_LIMITS.passwordCharacters;
  const broken =
    (password === '' && 'Member must have length greater than or equal to 1') ||
    (password.length > most && `Member must have length less than or equal to ${most}`) ||
    (!CHARACTERS.test(password) &&
      'Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+');
  if (!broken) return;
  throw validationError(`1 validation error detected: Value at 'password' failed to satisfy constraint: ${broken}`);
}

function isGoodBy(policy: PasswordPolicyDocument, password: string): boolean {
  return (
    password.length >= policy.minimumLength &&
    (!policy.requireLowercase || /[a-z]/.test(password)) &&
    (!policy.requireUppercase || /[A-Z]/.test(password)) &&
    (!policy.requireNumbers || /[0-9]/.test(password)) &&
    (!policy.requireSymbols || SYMBOL.test(password))
  );
}

function isGoodByDefault(password: string, accountAlias: string | undefined): boolean {
  const types = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((type) => type.test(password));
  return password.length >= DEFAULT.minimumLength && types.length >= DEFAULT.types && password !== accountAlias;
}
