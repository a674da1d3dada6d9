import { invalidParameter, tooManyTags } from '../errors.ts';
import { LIMITS } from '../limits.ts';

const KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** All tags of a group. @throws {ServiceError} (API reference, `TagResource`: 50 tags, patterns of keys and values) */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const entries = Object.entries(tags);
  for (const [key, value] of entries) {
    if (key.length > LIMITS.tagKey || !KEY.test(key) || /^aws:/i.test(key)) {
      throw invalidParameter(`The tag key ${key} is not valid.`);
    }
    if (value.length > LIMITS.tagValue || !VALUE.test(value)) {
      throw invalidParameter(`The value of the tag ${key} is not valid.`);
    }
  }
  if (entries.length > LIMITS.tags) throw tooManyTags(`A log group has at most ${LIMITS.tags} tags.`);
}
