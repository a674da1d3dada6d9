import { invalidParameter } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** @throws {ServiceError} for more tags than a function may have, or AWS's own prefix (Lambda guide, "Tag requirements") */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const names = Object.keys(tags);
  if (names.length > LIMITS.tags) {
    throw invalidParameter(`Number of tags exceeds resource tag limit.`);
  }
  const reserved = names.find((name) => name.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined) {
    throw invalidParameter(`The tag key ${reserved} is reserved: the prefix aws: is AWS's own.`);
  }
}
