import type { LogGroupRef, Scope } from '../../../model/index.ts';
import type { LogsContext } from '../context.ts';
import { missing, notSupported } from '../errors.ts';
import { changeGroup, type LogGroup, requireGroup } from '../groups/document.ts';
import { groupNamed, groupOfArn } from '../names.ts';
import type { LogsHandlers } from '../types.ts';
import { checkTags } from './check-tags.ts';

/** API reference: `TagResource` and its like by ARN, and those by name that they took the place of. */
export function tagHandlers({ store }: LogsContext) {
  const change = (group: LogGroupRef, changed: (tags: LogGroup['tags']) => LogGroup['tags']) =>
    store.transact((tx) =>
      changeGroup(tx, group, (before) => {
        const tags = changed(before.tags);
        checkTags(tags);
        return { ...before, tags };
      }),
    );

  return {
    async tagResource({ resourceArn, tags }, { scope }) {
      await change(taggedGroup(scope, resourceArn), (before) => ({ ...before, ...tags }));
      return {};
    },
    async untagResource({ resourceArn, tagKeys }, { scope }) {
      await change(taggedGroup(scope, resourceArn), (before) => without(before, tagKeys));
      return {};
    },
    async listTagsForResource({ resourceArn }, { scope }) {
      return { tags: (await requireGroup(store, taggedGroup(scope, resourceArn))).tags };
    },
    async tagLogGroup({ logGroupName, tags }, { scope }) {
      await change(groupNamed(scope, logGroupName), (before) => ({ ...before, ...tags }));
      return {};
    },
    async untagLogGroup({ logGroupName, tags }, { scope }) {
      await change(groupNamed(scope, logGroupName), (before) => without(before, tags));
      return {};
    },
    async listTagsLogGroup({ logGroupName }, { scope }) {
      return { tags: (await requireGroup(store, groupNamed(scope, logGroupName))).tags };
    },
  } satisfies LogsHandlers;
}

function without(tags: LogGroup['tags'], keys: readonly string[]): LogGroup['tags'] {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}

/** Destinations can be tagged on AWS, too; there are none here. */
function taggedGroup(scope: Scope, arn: string): LogGroupRef {
  if (/:destination:/.test(arn)) throw notSupported('destinations');
  const group = groupOfArn(scope, arn);
  if (group === undefined) throw missing.group();
  return group;
}
