import { refuseViolations } from '../../../aws/index.ts';
import type { DocumentationVersion } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  documentationVersions,
  dropDocumentationVersion,
  insideApi,
  putDocumentationVersion,
  requireDocumentationVersion,
  requireRestApi,
  stagesOf,
} from '../documents/index.ts';
import { conflict } from '../errors.ts';
import { listPage } from '../pagination.ts';
import { compilePatch, optionalText, refuseListingPaths, rulesOf } from '../patch/index.ts';
import type { ApiGatewayHandlers, Out } from '../types.ts';
import { createDocumentationVersion } from './create-version.ts';

/** What `UpdateDocumentationVersion` may do (guide, "Update a documentation snapshot"). */
const patchVersion = compilePatch<DocumentationVersion>({
  refuse: refuseListingPaths,
  rules: [rulesOf<DocumentationVersion>().replace('/description', 'description', optionalText)],
});

export function documentationVersionHandlers({ store, publisher }: ServiceContext) {
  return {
    createDocumentationVersion: async (input, { scope, nowMs }) => {
      const { version, ref } = await store.transact((tx) => createDocumentationVersion(tx, scope, input, nowMs));
      if (ref) await publisher.stageChanged(ref);
      return renderVersion(version);
    },

    getDocumentationVersion: async ({ restApiId, documentationVersion }, { scope }) =>
      renderVersion(await requireDocumentationVersion(store, scope, restApiId, documentationVersion)),

    getDocumentationVersions: async ({ restApiId, ...page }, { scope }) => {
      await requireRestApi(store, scope, restApiId);
      const { items, ...rest } = await listPage(store, documentationVersions, scope, insideApi(restApiId), page);
      return { items: items.map(renderVersion), ...rest };
    },

    updateDocumentationVersion: async ({ restApiId, documentationVersion, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateDocumentationVersionInput', patchOperations));
      const changed = await store.transact(async (tx) => {
        const version = await requireDocumentationVersion(tx, scope, restApiId, documentationVersion);
        const patched = patchVersion(version, patchOperations);
        await putDocumentationVersion(tx, scope, restApiId, patched);
        return patched;
      });
      return renderVersion(changed);
    },

    deleteDocumentationVersion: async ({ restApiId, documentationVersion }, { scope }) => {
      await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        await requireDocumentationVersion(tx, scope, restApiId, documentationVersion);
        const user = (await stagesOf(tx, scope, restApiId)).find(
          ({ stage }) => stage.documentationVersion === documentationVersion,
        );
        if (user) {
          throw conflict(
            `Cannot delete documentation version '${documentationVersion}', is referenced in stage: ${user.stage.stageName}`,
          );
        }
        await dropDocumentationVersion(tx, scope, restApiId, documentationVersion);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

function renderVersion({ createdDate, ...rest }: DocumentationVersion): Out<'getDocumentationVersion'> {
  return { ...rest, createdDate: new Date(createdDate * 1000) };
}
