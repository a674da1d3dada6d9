import { tooManyAlarms } from './alarm-errors.ts';
import { invalidParameterValue } from './errors.ts';
import { LIMITS } from './limits.ts';

export type Tags = Readonly<Record<string, string>>;
type Given = readonly { readonly Key: string; readonly Value: string }[];

/** Tags with more of them (API reference, `TagResource`). @throws {ServiceError} */
export function withTags(before: Tags, added: Given = []): Tags {
  const tags: Record<string, string> = { ...before };
  for (const { Key, Value } of added) {
    if (Key.length === 0 || Key.length > LIMITS.tagKeyLength || Value.length > LIMITS.tagValueLength) {
      throw invalidParameterValue(`The tag ${Key} is not valid.`);
    }
    if (Key.toLowerCase().startsWith('aws:')) {
      throw invalidParameterValue('aws: prefixed tag key names are not allowed for external use.');
    }
    tags[Key] = Value;
  }
  if (Object.keys(tags).length > LIMITS.tags) throw tooManyAlarms(`A resource has at most ${LIMITS.tags} tags.`);
  return tags;
}

export function withoutTags(before: Tags, keys: readonly string[]): Tags {
  return Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key)));
}

export function tagList(tags: Tags): { readonly Key: string; readonly Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
