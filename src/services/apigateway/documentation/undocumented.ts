import { createHash } from 'node:crypto';
import { type DocumentationPartLocation, documentableEntities, partOf, type Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { allAuthorizers, allDocumentationParts, allModels, allResources } from '../documents/index.ts';
import { type PageInput, pageOf } from '../pagination.ts';
import type { Out } from '../types.ts';
import { isWanted, type LocationFilter } from './filter.ts';

/** The entities of an API that no part gives content to (features A16.3): their locations, without id and properties. */
export async function listUndocumented(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  filter: LocationFilter,
  page: PageInput,
): Promise<Out<'getDocumentationParts'>> {
  const parts = await allDocumentationParts(reader, scope, restApiId);
  const entities = documentableEntities({
    resources: await allResources(reader, scope, restApiId),
    modelNames: (await allModels(reader, scope, restApiId)).map(({ name }) => name),
    authorizerNames: (await allAuthorizers(reader, scope, restApiId)).map(({ name }) => name),
  });
  const wanted = entities.filter((entity) => isWanted(entity, filter) && partOf(entity, parts) === undefined);
  const { items, ...rest } = pageOf(wanted, keyOf, page);
  return { items: items.map((location) => ({ location })), ...rest };
}

function keyOf(location: DocumentationPartLocation): string {
  return createHash('sha256').update(JSON.stringify(location)).digest('hex');
}
