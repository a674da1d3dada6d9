import type { Scope } from '../../../model/index.ts';
import type { CognitoContext } from '../context.ts';
import { poolArn, putUserPool, requireUserPool, type UserPool } from '../documents/index.ts';
import { invalidParameter } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { CognitoHandlers } from '../types.ts';

/** @throws {ServiceError} for more tags than a pool may have, or AWS's own prefix */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const names = Object.keys(tags);
  if (names.length > LIMITS.tags) throw invalidParameter(`A user pool has at most ${LIMITS.tags} tags.`);
  const reserved = names.find((name) => name.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined)
    throw invalidParameter(`The tag key ${reserved} is reserved: the prefix aws: is AWS's own.`);
}

/** API reference, `TagResource`, `UntagResource`, `ListTagsForResource`: pools by their ARN. */
export function tagHandlers({ store }: CognitoContext) {
  const idOf = (arn: string, scope: Scope): string => {
    const id = arn.split(':userpool/')[1] ?? '';
    if (arn !== poolArn(scope, id)) throw invalidParameter(`Invalid ARN: ${arn}`);
    return id;
  };
  const change = (arn: string, scope: Scope, work: (tags: UserPool['tags']) => UserPool['tags']) =>
    store.transact(async (tx) => {
      const pool = await requireUserPool(tx, scope, idOf(arn, scope));
      const tags = work(pool.tags);
      checkTags(tags);
      await putUserPool(tx, scope, { ...pool, tags });
    });

  return {
    listTagsForResource: async ({ ResourceArn }, { scope }) => ({
      Tags: (await requireUserPool(store, scope, idOf(ResourceArn, scope))).tags,
    }),

    tagResource: async ({ ResourceArn, Tags }, { scope }) => {
      await change(ResourceArn, scope, (tags) => ({ ...tags, ...Tags }));
      return {};
    },

    untagResource: async ({ ResourceArn, TagKeys }, { scope }) => {
      await change(ResourceArn, scope, (tags) =>
        Object.fromEntries(Object.entries(tags).filter(([name]) => !TagKeys.includes(name))),
      );
      return {};
    },
  } satisfies CognitoHandlers;
}
