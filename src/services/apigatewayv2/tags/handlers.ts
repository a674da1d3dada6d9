import type { Call } from '../../../aws/index.ts';
import type { ServiceContext } from '../context.ts';
import { putHttpApi, putStage, requireHttpApi, requireStage } from '../documents/index.ts';
import type { ApiGatewayV2Handlers } from '../types.ts';
import { readTaggedArn } from './arn.ts';

type Tags = Readonly<Record<string, string>>;

export function tagHandlers({ store, apis, domainNames }: ServiceContext) {
  /** Changes the tags of what an ARN names; nothing that is served changes with them. */
  async function changeTags(arn: string, { scope, nowMs }: Call, change: (before: Tags) => Tags): Promise<void> {
    const checked = (before: Tags): Tags => {
      const tags = change(before);
      apis.checkTags(tags);
      return tags;
    };
    const resource = readTaggedArn(arn, scope);
    if (resource.kind === 'DomainName') {
      await domainNames.update(resource, (domain) => ({ ...domain, tags: checked(domain.tags) }), { scope, nowMs });
      return;
    }
    await store.transact(async (tx) => {
      const definition = await requireHttpApi(tx, scope, resource.apiId);
      if (resource.kind === 'Api') {
        const { api } = definition;
        await putHttpApi(tx, scope, { ...definition, api: { ...api, Tags: checked(api.Tags) } });
        return;
      }
      const document = await requireStage(tx, scope, resource.apiId, resource.stageName);
      const stage = { ...document.stage, Tags: checked(document.stage.Tags) };
      await putStage(tx, scope, resource.apiId, { ...document, stage });
    });
  }

  return {
    getTags: async ({ ResourceArn }, { scope }) => {
      const resource = readTaggedArn(ResourceArn, scope);
      if (resource.kind === 'DomainName') return { Tags: (await domainNames.require(scope, resource)).domain.tags };
      const { api } = await requireHttpApi(store, scope, resource.apiId);
      if (resource.kind === 'Api') return { Tags: api.Tags };
      return { Tags: (await requireStage(store, scope, resource.apiId, resource.stageName)).stage.Tags };
    },

    tagResource: async ({ ResourceArn, Tags = {} }, call) => {
      await changeTags(ResourceArn, call, (before) => ({ ...before, ...Tags }));
      return {};
    },

    untagResource: async ({ ResourceArn, TagKeys }, call) => {
      await changeTags(ResourceArn, call, (before) =>
        Object.fromEntries(Object.entries(before).filter(([key]) => !TagKeys.includes(key))),
      );
      return {};
    },
  } satisfies ApiGatewayV2Handlers;
}
