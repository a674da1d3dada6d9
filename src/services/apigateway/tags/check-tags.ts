import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';

export type Tags = Readonly<Record<string, string>>;

/**
 * Checks the tags that a resource would have (guide page apigateway-tagging-supported-resources, "Tag restrictions").
 * @throws {ServiceError} 400 `BadRequestException`
 */
export function checkTags(tags: Tags): void {
  if (Object.keys(tags).length > LIMITS.tags.count) {
    throw badRequest(`A resource can have at most ${LIMITS.tags.count} tags.`);
  }
  for (const [key, value] of Object.entries(tags)) {
    if (key === '' || [...key].length > LIMITS.tags.keyLength) {
      throw badRequest(`A tag's key must have 1 to ${LIMITS.tags.keyLength} characters.`);
    }
    if ([...value].length > LIMITS.tags.valueLength) {
      throw badRequest(`A tag's value can have at most ${LIMITS.tags.valueLength} characters.`);
    }
    if (/^aws:/i.test(key)) {
      throw badRequest('aws: prefixed tag key names are not allowed for external use.');
    }
  }
}
