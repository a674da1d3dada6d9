import type { Tags } from './documents/index.ts';
import { invalidInput, limitExceeded, validationError } from './errors.ts';
import { IAM_LIMITS } from './limits.ts';

interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * How keys are compared: of users and roles in any case, of everything else exactly (IAM user guide, "Rules for tagging in
 * IAM and AWS STS").
 */
export type TagKeys = 'in any case' | 'exactly';

/**
 * Tags of a request on top of those that are there.
 * @throws {ServiceError}
 */
export function withTags(present: Tags, given: readonly Tag[] = [], keys: TagKeys = 'in any case'): Tags {
  if (given.length > IAM_LIMITS.tags) throw tooMany('tags');
  const fold = folding(keys);
  const tags = new Map(Object.entries(present));
  const seen = new Set<string>();
  for (const [index, { Key = '', Value = '' }] of given.entries()) {
    check(Key, `tags.${index + 1}.member.key`, 128);
    check(Value, `tags.${index + 1}.member.value`, 256);
    if (Key === '') throw validationError(`Value '' at 'tags.${index + 1}.member.key' must not be empty`);
    const folded = fold(Key);
    if (seen.has(folded)) {
      const note = keys === 'exactly' ? '' : ' Please note that Tag keys are case insensitive.';
      throw invalidInput(`Duplicate tag keys found.${note}`);
    }
    seen.add(folded);
    const namesake = [...tags.keys()].find((key) => fold(key) === folded);
    if (namesake !== undefined) tags.delete(namesake);
    tags.set(Key, Value);
  }
  if (tags.size > IAM_LIMITS.tags) throw limitExceeded('The number of tags has reached the maximum limit.');
  return Object.fromEntries(tags);
}

export function withoutTags(present: Tags, removed: readonly string[], keys: TagKeys = 'in any case'): Tags {
  if (removed.length > IAM_LIMITS.tags) throw tooMany('tagKeys');
  const fold = folding(keys);
  const gone = new Set(removed.map(fold));
  return Object.fromEntries(Object.entries(present).filter(([key]) => !gone.has(fold(key))));
}

export function renderTags(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function folding(keys: TagKeys): (key: string) => string {
  return keys === 'exactly' ? (key) => key : (key) => key.toLowerCase();
}

function check(text: string, at: string, most: number): void {
  if (text.length > most) throw broken(at, `Member must have length less than or equal to ${most}`);
  if (TEXT.test(text)) return;
  const pattern = `[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]${at.endsWith('key') ? '+' : '*'}`;
  throw broken(at, `Member must satisfy regular expression pattern: ${pattern}`);
}

function tooMany(at: string) {
  return broken(at, `Member must have length less than or equal to ${IAM_LIMITS.tags}`);
}

function broken(at: string, constraint: string) {
  return validationError(`1 validation error detected: Value at '${at}' failed to satisfy constraint: ${constraint}`);
}
