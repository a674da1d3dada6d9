import { badRequest } from '../errors.ts';
import type { Tags } from '../tags/check-tags.ts';

/** Tags whose value becomes the API's id; the first three are other emulators' spellings (features A1.15). */
const PINNED_ID_TAGS = ['sallyport:id', '_custom_id_', 'floci:override-id', 'ms-custom-id'] as const;

/**
 * The id that a user asked for by a tag, undefined when there is none. It must be one label of a host name in lower case,
 * because a request names its API by the first label of its Host (RFC 1035 section 2.3.1).
 * @throws {ServiceError} 400 for any other id, or for two tags that disagree
 */
export function pinnedId(tags: Tags): string | undefined {
  const ids = new Set(PINNED_ID_TAGS.flatMap((tag) => tags[tag] ?? []));
  if (ids.size > 1) throw badRequest(`The tags ${PINNED_ID_TAGS.join(', ')} ask for different ids.`);
  const [id] = ids;
  if (id !== undefined && !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(id)) {
    throw badRequest(`The pinned id '${id}' must consist of 1 to 63 of the characters a-z, 0-9 and - within.`);
  }
  return id;
}
