import type { RestApi } from '../../../model/index.ts';
import type { Out } from '../types.ts';
import { renderPolicy } from './policy.ts';

/** An API as `CreateRestApi` and `GetRestApis` answer it: without an empty map of tags (recorded). */
export function renderRestApi({ tags, policy, createdDate, ...rest }: RestApi): Out<'createRestApi'> {
  return {
    ...rest,
    createdDate: new Date(createdDate * 1000),
    ...(policy !== undefined && { policy: renderPolicy(policy) }),
    ...(Object.keys(tags).length > 0 && { tags }),
  };
}

/** An API as `GetRestApi` and `UpdateRestApi` answer it: always with its tags (recorded). */
export function renderTaggedRestApi(restApi: RestApi): Out<'getRestApi'> {
  return { ...renderRestApi(restApi), tags: restApi.tags };
}
