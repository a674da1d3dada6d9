import type { Tags } from './documents/index.ts';
import { invalidInput, quotaExceeded, validationError } from './errors.ts';
import { IAM_LIMITS } from './limits.ts';

interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Tags of a request on top of those that are there. Keys that differ in case alone are one key (IAM user guide, "Rules for
 * tagging in IAM and AWS STS").
 * @throws {ServiceError}
 */
export function withTags(present: Tags, given: readonly Tag[] = []): Tags {
  const tags = new Map(Object.entries(present));
  const seen = new Set<string>();
  for (const [index, { Key = '', Value = '' }] of given.entries()) {
    check(Key, `tags.${index + 1}.member.key`, 128);
    check(Value, `tags.${index + 1}.member.value`, 256);
    if (Key === '') throw validationError(`Value '' at 'tags.${index + 1}.member.key' must not be empty`);
    const folded = Key.toLowerCase();
    if (seen.has(folded)) {
      throw invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
    }
    seen.add(folded);
    const namesake = [...tags.keys()].find((key) => key.toLowerCase() === folded);
    if (namesake !== undefined) tags.delete(namesake);
    tags.set(Key, Value);
  }
  if (tags.size > IAM_LIMITS.tags) throw quotaExceeded('TagsPerEntity', IAM_LIMITS.tags);
  return Object.fromEntries(tags);
}

export function withoutTags(present: Tags, keys: readonly string[]): Tags {
  const gone = new Set(keys.map((key) => key.toLowerCase()));
  return Object.fromEntries(Object.entries(present).filter(([key]) => !gone.has(key.toLowerCase())));
}

export function renderTags(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function check(text: string, at: string, most: number): void {
  if (text.length <= most && TEXT.test(text)) return;
  throw validationError(
    `1 validation error detected: Value at '${at}' failed to satisfy constraint: Member must have length less than or equal to ${most} and satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*`,
  );
}
