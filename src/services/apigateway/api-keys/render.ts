import type { ApiKey } from '../../../model/index.ts';
import type { Out } from '../types.ts';

/** A key as AWS answers it: dates, its value where it is asked for, and no tags when there are none (recorded). */
export function renderApiKey(key: ApiKey, withValue: boolean): Out<'getApiKey'> {
  const { value, tags, createdDate, lastUpdatedDate, ...rest } = key;
  return {
    ...rest,
    ...(withValue && { value }),
    ...(Object.keys(tags).length > 0 && { tags }),
    createdDate: new Date(createdDate * 1000),
    lastUpdatedDate: new Date(lastUpdatedDate * 1000),
  };
}

/** A key as `GetApiKey` and `UpdateApiKey` answer it: always with its tags (recorded). */
export function renderTaggedApiKey(key: ApiKey, withValue: boolean): Out<'getApiKey'> {
  return { ...renderApiKey(key, withValue), tags: key.tags };
}
