import { invalidTag, tooManyTags } from './errors.ts';
import { LIMITS } from './limits.ts';

type Given = readonly { readonly Key: string; readonly Value?: string | undefined }[];
type Tags = Readonly<Record<string, string>>;

/** Tags with more of them (API reference, `AddTagsToCertificate`). @throws {ServiceError} */
export function addTags(before: Tags, added: Given = []): Tags {
  const tags: Record<string, string> = { ...before };
  for (const { Key, Value = '' } of added) {
    if (Key.length === 0 || Key.length > LIMITS.tagKeyLength || Value.length > LIMITS.tagValueLength) {
      throw invalidTag(`The tag ${Key} is not valid.`);
    }
    if (Key.toLowerCase().startsWith('aws:')) throw invalidTag('AWS internal tags cannot be changed with this API');
    tags[Key] = Value;
  }
  if (Object.keys(tags).length > LIMITS.tags) {
    throw tooManyTags(`A certificate has at most ${LIMITS.tags} tags.`);
  }
  return tags;
}

/** Without those that have this key, and this value where one is said (API reference, `RemoveTagsFromCertificate`). */
export function removeTags(before: Tags, removed: Given): Tags {
  const isRemoved = (key: string, value: string) =>
    removed.some(({ Key, Value }) => Key === key && (Value === undefined || Value === value));
  return Object.fromEntries(Object.entries(before).filter(([key, value]) => !isRemoved(key, value)));
}

export function tagList(tags: Tags): { readonly Key: string; readonly Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
