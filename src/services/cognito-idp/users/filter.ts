import type { PoolUser } from '../documents/index.ts';
import { invalidParameter } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** `NAME = "VALUE"` or `NAME ^= "VALUE"`, the name with or without quotes (API reference, `ListUsers.Filter`). */
const FILTER = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/s;

const ATTRIBUTES = ['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username'];

/**
 * Reads the filter of `ListUsers`; an empty one lets everybody pass.
 * @throws {ServiceError} `InvalidParameterException`
 */
export function compileFilter(filter: string | undefined): (user: PoolUser) => boolean {
  if (filter === undefined || filter.trim() === '') return () => true;
  if (filter.length > LIMITS.filterLength) throw invalidParameter('Filter is too long.');
  const [, name = '', operator, quoted = ''] = FILTER.exec(filter) ?? [];
  if (operator === undefined) throw invalidParameter('Error while parsing filter.');
  const value = quoted.replace(/\\(.)/gs, '$1');
  const read = readerOf(name);
  if (read === undefined) throw invalidParameter(`Invalid search attribute: ${name}`);
  const { of, ignoresCase } = read;
  const wanted = ignoresCase ? value.toLowerCase() : value;
  return (user) => {
    const text = of(user);
    const actual = ignoresCase ? text?.toLowerCase() : text;
    return actual !== undefined && (operator === '=' ? actual === wanted : actual.startsWith(wanted));
  };
}

interface Reading {
  of(user: PoolUser): string | undefined;
  readonly ignoresCase?: boolean;
}

function readerOf(name: string): Reading | undefined {
  if (name === 'username') return { of: (user) => user.username };
  if (name === 'sub') return { of: (user) => user.sub };
  if (name === 'cognito:user_status') return { of: (user) => user.status, ignoresCase: true };
  if (name === 'status') return { of: (user) => (user.enabled ? 'Enabled' : 'Disabled') };
  return ATTRIBUTES.includes(name) ? { of: ({ attributes }) => attributes[name] } : undefined;
}
