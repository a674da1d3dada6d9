import type { DocumentationPartLocation } from '../../../model/index.ts';

/** What `GetDocumentationParts` may be asked for (API reference): type and path exactly, names by their beginning. */
export interface LocationFilter {
  readonly type?: string | undefined;
  readonly path?: string | undefined;
  readonly nameQuery?: string | undefined;
}

export function isWanted(location: DocumentationPartLocation, { type, path, nameQuery }: LocationFilter): boolean {
  if (type !== undefined && location.type !== type) return false;
  if (path !== undefined && location.path !== path) return false;
  return nameQuery === undefined || (location.name?.startsWith(nameQuery) ?? false);
}
