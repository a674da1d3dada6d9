import { validationError } from './errors.ts';
import { IAM_LIMITS } from './limits.ts';

const NAME = /^[\w+=,.@-]+$/;

/**
 * @param member as AWS spells it in messages: `userName`
 * @param most characters (IAM user guide, "IAM and AWS STS quotas")
 * @throws {ServiceError} `ValidationError`, in AWS's words
 */
export function checkName(name: string, member: string, most: number): void {
  if (name === '') {
    throw constraint(name, member, 'Member must have length greater than or equal to 1');
  }
  if (!NAME.test(name)) {
    throw validationError(
      `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
  }
  if (name.length > most) throw constraint(name, member, `Member must have length less than or equal to ${most}`);
}

/** API reference, `pathType`. */
export function checkPath(path: string | undefined): string {
  if (path === undefined || path === '/') return '/';
  if (path.length <= 512 && /^\/[\x21-\x7e]+\/$/.test(path) && !path.includes('//') && !/[*?]/.test(path)) return path;
  throw validationError(
    'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  );
}

/** @returns what a listing's paths must begin with */
export function checkPathPrefix(prefix: string | undefined): string {
  if (prefix === undefined || prefix === '') return '/';
  if (prefix.length <= 512 && /^\/[\x21-\x7e]*$/.test(prefix)) return prefix;
  throw validationError('The specified value for pathPrefix is invalid. It must begin with /.');
}

export function checkDescription(description: string | undefined): void {
  if (description !== undefined && description.length > 1_000) {
    throw constraint(description, 'description', 'Member must have length less than or equal to 1000');
  }
}

/** @returns the seconds that a role's sessions may last */
export function checkSessionSeconds(seconds: number | undefined): number {
  const { least, most } = IAM_LIMITS.sessionSeconds;
  if (seconds === undefined) return least;
  if (seconds < least) {
    throw constraint(seconds, 'maxSessionDuration', `Member must have value greater than or equal to ${least}`);
  }
  if (seconds > most) {
    throw constraint(seconds, 'maxSessionDuration', `Member must have value less than or equal to ${most}`);
  }
  return seconds;
}

export function constraint(value: string | number, member: string, text: string) {
  return validationError(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${text}`,
  );
}
