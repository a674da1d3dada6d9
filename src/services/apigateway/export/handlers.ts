import type { DocumentationPart, DocumentationPartLocation, Scope } from '../../../model/index.ts';
import { partOf } from '../../../model/index.ts';
import {
  EXPORT_TYPES,
  type ExportedApi,
  exportVersion,
  type PublishedDocumentation,
  printDocument,
  readExtensions,
  writeExport,
} from '../../../openapi/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import { documentationPartsOf, findDocumentationVersion } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { exportedState } from './exported-state.ts';

export function exportHandlers({ store, invokeAddress }: ServiceContext) {
  return {
    getExport: async ({ restApiId, stageName, exportType, parameters = {}, accepts = '' }, { scope, nowMs }) => {
      const type = EXPORT_TYPES.find((known) => known === exportType);
      if (!type) throw badRequest(`Invalid export type specified. Valid options are ${EXPORT_TYPES.join(',')}`);
      const { snapshot, deployedAt, ...state } = await exportedState(store, scope, restApiId, stageName, nowMs);
      const documentation = await readDocumentation(store, scope, restApiId, state.documentationVersion);
      const api: ExportedApi = {
        snapshot,
        stageName,
        ...invokeAddress(restApiId, scope),
        deployedAt,
        ...(documentation && { documentation }),
      };
      const format = /yaml/i.test(accepts) ? 'yaml' : 'json';
      const document = writeExport(api, type, readExtensions(parameters.extensions));
      return {
        // Recorded: not the type that was asked for.
        contentType: 'application/octet-stream',
        contentDisposition: `attachment; filename="${fileName(type, exportVersion(api))}.${format}"`,
        body: Buffer.from(await printDocument(document, format)),
      };
    },
  } satisfies ApiGatewayHandlers;
}

/** A version is the author's text; in a header go letters that mean nothing there. */
function fileName(type: string, version: string): string {
  return `${type}_${version.replace(/[^\w.:+-]/g, '_').slice(0, 100)}`;
}

/** The documentation that a stage publishes, as it was when its version was made. */
async function readDocumentation(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  version: string | undefined,
): Promise<PublishedDocumentation | undefined> {
  const published =
    version === undefined ? undefined : await findDocumentationVersion(reader, scope, restApiId, version);
  if (!published) return undefined;
  const parts = await documentationPartsOf(reader, scope, restApiId, published.version);
  return { version: published.version, createdDate: published.createdDate, parts, partOf: finder(parts) };
}

/** Finds parts among those of one type and name: an API may have thousands of each. */
function finder(parts: readonly DocumentationPart[]): PublishedDocumentation['partOf'] {
  const groups = new Map<string, DocumentationPart[]>();
  for (const part of parts) {
    const group = groups.get(groupOf(part.location));
    if (group) group.push(part);
    else groups.set(groupOf(part.location), [part]);
  }
  return (entity) => partOf(entity, groups.get(groupOf(entity)) ?? []);
}

function groupOf({ type, name = '' }: DocumentationPartLocation): string {
  return `${type} ${name}`;
}
