import type { DocumentationPart } from '../../../model/index.ts';
import type { DefinedDocumentationPart } from '../../../openapi/index.ts';
import { newDocumentationPart } from '../documentation/index.ts';
import { dropDocumentationPart, putDocumentationPart } from '../documents/index.ts';
import { freshId, type ImportTarget } from './target.ts';

/**
 * Writes a file's documentation. Merging adds to the part that is there about a place, attribute by attribute; overwriting
 * makes the file's parts the only ones (guide page api-gateway-documenting-api-quick-start-import-export). Gives the ids of
 * the parts that were written.
 */
export async function importDocumentation(
  target: ImportTarget,
  existing: readonly DocumentationPart[],
  defined: readonly DefinedDocumentationPart[],
): Promise<readonly string[]> {
  const { tx, scope, restApiId, mode, problems } = target;
  const taken = new Set(existing.map(({ id }) => id));
  if (mode === 'overwrite') for (const part of existing) await dropDocumentationPart(tx, scope, restApiId, part);
  const parts = new Map(mode === 'overwrite' ? [] : existing.map((part) => [placeOf(part), part]));

  const written = new Set<string>();
  for (const definition of defined) {
    const what = `Unable to create documentation part for '${definition.location.type}'`;
    const made = await problems.attempt(what, () => newDocumentationPart(definition));
    if (!made) continue;
    const before = parts.get(placeOf(made));
    const part = before
      ? { ...before, properties: mergeProperties(before.properties, made.properties) }
      : { id: freshId(target, taken), ...made };
    parts.set(placeOf(part), part);
    written.add(part.id);
    await putDocumentationPart(tx, scope, restApiId, part);
  }
  return [...written];
}

function placeOf({ location }: Pick<DocumentationPart, 'location'>): string {
  const { type, path, method, statusCode, name } = location;
  return JSON.stringify([type, path, method, statusCode, name]);
}

function mergeProperties(before: string, added: string): string {
  const merged = { ...(JSON.parse(before) as object), ...(JSON.parse(added) as object) };
  return JSON.stringify(merged);
}
