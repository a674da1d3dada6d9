import { lengthViolations, patternViolations } from '../../../aws/index.ts';
import type { Contact } from '../codes/index.ts';
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

/** As what kind of address a name reads; undefined for one that is none. */
export function addressKind(name: string): Contact | undefined {
  if (name.length > LIMITS.attributeLength) return undefined;
  if (EMAIL.test(name)) return 'email';
  return PHONE.test(name) ? 'phone_number' : undefined;
}

/**
 * Reads the name of a new user (developer guide, "Customizing sign-in attributes"): in a pool where addresses are names it is
 * one, and the user gets a UUID for a name.
 * @param uuid the user's `sub`
 * @throws {ServiceError} `InvalidParameterException`
 */
export function readNewName(pool: UserPool, given: string, uuid: string): NewName {
  refuse(lengthViolations(given, 'username', LIMITS.usernameLength), patternViolations(given, 'username', USERNAME));
  const kind = addressKind(given);
  if (pool.usernameAttributes.length > 0) {
    if (kind === undefined || !pool.usernameAttributes.includes(kind)) throw notAnAddress(pool);
    return {
      username: uuid,
      attributes: { [kind]: given },
      taken: `An account with the given ${kind} already exists.`,
    };
  }
  // A name that looks like somebody's address could be taken for it.
  if (kind !== undefined && pool.aliasAttributes.includes(kind)) {
    const alias = kind === 'email' ? 'email' : 'phone number';
    throw invalidParameter(`Username cannot be of ${alias} format, since user pool is configured for ${alias} alias.`);
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
