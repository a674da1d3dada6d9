import type { Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import {
  putApiKey,
  putClientCertificate,
  putRestApi,
  putStage,
  putUsagePlan,
  putVpcLink,
  requireApiKey,
  requireClientCertificate,
  requireRestApi,
  requireStage,
  requireUsagePlan,
  requireVpcLink,
} from '../documents/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { readTaggedArn, type TaggedResource } from './arn.ts';
import { checkTags, type Tags } from './check-tags.ts';

export function tagHandlers({ store }: ServiceContext) {
  return {
    getTags: async ({ resourceArn }, { scope }) => ({
      tags: await readTags(store, scope, readTaggedArn(resourceArn, scope.region)),
    }),

    tagResource: async ({ resourceArn, tags }, { scope }) => {
      const resource = readTaggedArn(resourceArn, scope.region);
      await store.transact((tx) => changeTags(tx, scope, resource, (before) => ({ ...before, ...tags })));
      return {};
    },

    untagResource: async ({ resourceArn, tagKeys }, { scope }) => {
      const resource = readTaggedArn(resourceArn, scope.region);
      const without = (before: Tags) =>
        Object.fromEntries(Object.entries(before).filter(([key]) => !tagKeys.includes(key)));
      await store.transact((tx) => changeTags(tx, scope, resource, without));
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

async function readTags(reader: Reader, scope: Scope, resource: TaggedResource): Promise<Tags> {
  switch (resource.kind) {
    case 'RestApi':
      return (await requireRestApi(reader, scope, resource.restApiId)).tags;
    case 'Stage':
      return (await requireStage(reader, scope, resource.restApiId, resource.stageName)).stage.tags;
    case 'ApiKey':
      return (await requireApiKey(reader, scope, resource.keyId)).tags;
    case 'UsagePlan':
      return (await requireUsagePlan(reader, scope, resource.planId)).tags;
    case 'VpcLink':
      return (await requireVpcLink(reader, scope, resource.vpcLinkId)).tags;
    case 'ClientCertificate':
      return (await requireClientCertificate(reader, scope, resource.clientCertificateId)).tags;
  }
}

async function changeTags(
  tx: Transaction,
  scope: Scope,
  resource: TaggedResource,
  change: (before: Tags) => Tags,
): Promise<void> {
  const tags = change(await readTags(tx, scope, resource));
  checkTags(tags);
  await writeTags(tx, scope, resource, tags);
}

/** Tags change nothing that is served, so a stage keeps its revision. */
async function writeTags(tx: Transaction, scope: Scope, resource: TaggedResource, tags: Tags): Promise<void> {
  switch (resource.kind) {
    case 'RestApi':
      return putRestApi(tx, scope, { ...(await requireRestApi(tx, scope, resource.restApiId)), tags });
    case 'ApiKey':
      return putApiKey(tx, scope, { ...(await requireApiKey(tx, scope, resource.keyId)), tags });
    case 'UsagePlan':
      return putUsagePlan(tx, scope, { ...(await requireUsagePlan(tx, scope, resource.planId)), tags });
    case 'VpcLink':
      return putVpcLink(tx, scope, { ...(await requireVpcLink(tx, scope, resource.vpcLinkId)), tags });
    case 'ClientCertificate': {
      const certificate = await requireClientCertificate(tx, scope, resource.clientCertificateId);
      return putClientCertificate(tx, scope, { ...certificate, tags });
    }
    case 'Stage': {
      const document = await requireStage(tx, scope, resource.restApiId, resource.stageName);
      return putStage(tx, scope, resource.restApiId, { ...document, stage: { ...document.stage, tags } });
    }
  }
}
