import { lengthViolations, patternViolations } from '../../../aws/index.ts';
import type { UserPool } from '../documents/index.ts';
import { invalidParameter, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Attributes } from './attributes.ts';

const USERNAME = { test: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, text: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' };
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+\d{3,15}$/;

/** What a new user is called, and what follows from it. */
export interface NewName {
  readonly username: string;
  /** The address that stands for a name in this pool, as an attribute. */
  readonly attributes: Attributes;
  /** How a namesake is refused. */
  readonly taken: string;
}

/**
 * Reads the name of a new user (developer guide, "Customizing sign-in attributes"): in a pool where addresses are names it is
 * one, and the user gets a UUID for a name.
 * @param uuid the user's `sub`
 * @throws {ServiceError} `InvalidParameterException`
 */
export function readNewName(pool: UserPool, given: string, uuid: string): NewName {
  refuse(lengthViolations(given, 'username', LIMITS.usernameLength), patternViolations(given, 'username', USERNAME));
  const [isEmail, isPhone] = [EMAIL.test(given), PHONE.test(given)];
  if (pool.usernameAttributes.length > 0) {
    const kind = isEmail ? 'email' : isPhone ? 'phone_number' : undefined;
    if (kind === undefined || !pool.usernameAttributes.includes(kind)) throw notAnAddress(pool);
    return {
      username: uuid,
      attributes: { [kind]: given },
      taken: `An account with the given ${kind} already exists.`,
    };
  }
  // A name that looks like somebody's address could be taken for it.
  if (isEmail && pool.aliasAttributes.includes('email')) {
    throw invalidParameter('Username cannot be of email format, since user pool is configured for email alias.');
  }
  if (isPhone && pool.aliasAttributes.includes('phone_number')) {
    throw invalidParameter(
      'Username cannot be of phone number format, since user pool is configured for phone number alias.',
    );
  }
  return { username: given, attributes: {}, taken: 'User already exists' };
}

function notAnAddress({ usernameAttributes }: UserPool) {
  const kinds = usernameAttributes.includes('email')
    ? usernameAttributes.includes('phone_number')
      ? 'either an email or a phone number'
      : 'an email'
    : 'a phone number';
  return invalidParameter(`Username should be ${kinds}.`);
}
