import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { DocumentationPart } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  documentationParts,
  dropDocumentationPart,
  insideApi,
  putDocumentationPart,
  requireDocumentationPart,
  requireRestApi,
} from '../documents/index.ts';
import { listPage } from '../pagination.ts';
import { compilePatch, refuseListingPaths, rulesOf } from '../patch/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { createDocumentationPart } from './create-part.ts';
import { isWanted } from './filter.ts';
import { typeViolations } from './location.ts';
import { readProperties } from './properties.ts';
import { listUndocumented } from './undocumented.ts';

/** What `UpdateDocumentationPart` may do (API reference, "Patch Operations"; recorded). */
const patchPart = compilePatch<DocumentationPart>({
  refuse: refuseListingPaths,
  rules: [rulesOf<DocumentationPart>().replace('/properties', 'properties', readProperties)],
});

export function documentationPartHandlers({ store, ids }: ServiceContext) {
  return {
    createDocumentationPart: async (input, { scope }) =>
      store.transact((tx) => createDocumentationPart(tx, scope, input, ids)),

    getDocumentationPart: async ({ restApiId, documentationPartId }, { scope }) =>
      requireDocumentationPart(store, scope, restApiId, documentationPartId),

    getDocumentationParts: async ({ restApiId, position, limit, locationStatus, ...filter }, { scope }) => {
      refuseViolations(
        typeViolations(filter.type, 'type'),
        enumViolations(locationStatus, 'locationStatus', ['UNDOCUMENTED', 'DOCUMENTED']),
      );
      await requireRestApi(store, scope, restApiId);
      const page = { position, limit };
      if (locationStatus === 'UNDOCUMENTED') return listUndocumented(store, scope, restApiId, filter, page);
      return listPage(store, documentationParts, scope, insideApi(restApiId), page, ({ location }) =>
        isWanted(location, filter),
      );
    },

    updateDocumentationPart: async ({ restApiId, documentationPartId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateDocumentationPartInput', patchOperations));
      return store.transact(async (tx) => {
        const part = await requireDocumentationPart(tx, scope, restApiId, documentationPartId);
        const patched = patchPart(part, patchOperations);
        await putDocumentationPart(tx, scope, restApiId, patched);
        return patched;
      });
    },

    deleteDocumentationPart: async ({ restApiId, documentationPartId }, { scope }) => {
      await store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        const part = await requireDocumentationPart(tx, scope, restApiId, documentationPartId);
        await dropDocumentationPart(tx, scope, restApiId, part);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}
