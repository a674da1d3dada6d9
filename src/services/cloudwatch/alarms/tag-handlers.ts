import type { Scope } from '../../../model/index.ts';
import { resourceNotFoundException } from '../alarm-errors.ts';
import type { CloudWatchContext } from '../context.ts';
import { type Tags, tagList, withoutTags, withTags } from '../tags.ts';
import type { CloudWatchHandlers } from '../types.ts';
import { checkName } from './check-names.ts';
import { alarmArn, alarms, nameOfAlarm } from './documents.ts';

/** API reference, `TagResource`, `UntagResource`, `ListTagsForResource`, for alarms. */
export function tagHandlers({ store }: Pick<CloudWatchContext, 'store'>) {
  const change = (scope: Scope, arn: string, changed: (tags: Tags) => Tags) =>
    store.transact(async (tx) => {
      const alarm = (await tx.get(alarms, scope, nameIn(scope, arn)))?.value;
      if (alarm === undefined) throw unknownResource(arn);
      await tx.put(alarms, scope, alarm.name, { ...alarm, tags: changed(alarm.tags) });
    });

  return {
    tagResource: async ({ ResourceARN, Tags }, { scope }) => {
      await change(scope, ResourceARN, (tags) => withTags(tags, Tags));
      return {};
    },
    untagResource: async ({ ResourceARN, TagKeys }, { scope }) => {
      await change(scope, ResourceARN, (tags) => withoutTags(tags, TagKeys));
      return {};
    },
    listTagsForResource: async ({ ResourceARN }, { scope }) => {
      const alarm = (await store.get(alarms, scope, nameIn(scope, ResourceARN)))?.value;
      if (alarm === undefined) throw unknownResource(ResourceARN);
      return { Tags: tagList(alarm.tags) };
    },
  } satisfies CloudWatchHandlers;
}

function nameIn(scope: Scope, arn: string): string {
  const name = nameOfAlarm(arn);
  if (alarmArn(scope, name) !== arn) throw unknownResource(arn);
  checkName(name, 'ResourceARN');
  return name;
}

function unknownResource(arn: string) {
  return resourceNotFoundException(`Unknown resource: ${arn}`);
}
