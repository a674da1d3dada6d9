import type { Scope } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { readTaggedArn } from './arn.ts';
import { checkTags, type Tags } from './check-tags.ts';
import { readTagged } from './tagged.ts';

export function tagHandlers({ store }: ServiceContext) {
  return {
    getTags: async ({ resourceArn }, { scope }) => ({
      tags: (await readTagged(store, scope, readTaggedArn(resourceArn, scope))).tags,
    }),

    tagResource: async ({ resourceArn, tags }, { scope }) => {
      await changeTags(store, scope, resourceArn, (before) => ({ ...before, ...tags }));
      return {};
    },

    untagResource: async ({ resourceArn, tagKeys }, { scope }) => {
      await changeTags(store, scope, resourceArn, (before) =>
        Object.fromEntries(Object.entries(before).filter(([key]) => !tagKeys.includes(key))),
      );
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

async function changeTags(store: Store, scope: Scope, arn: string, change: (before: Tags) => Tags): Promise<void> {
  const resource = readTaggedArn(arn, scope);
  await store.transact(async (tx) => {
    const tagged = await readTagged(tx, scope, resource);
    const tags = change(tagged.tags);
    checkTags(tags);
    await tagged.write(tx, tags);
  });
}
