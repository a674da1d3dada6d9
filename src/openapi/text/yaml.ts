import { OPENAPI_LIMITS } from '../limits.ts';
import { isObject, type JsonObject } from '../values.ts';

/**
 * Reads YAML 1.2, with the merge keys (`<<`) of 1.1 that writers of large files use; of two equal keys the last one counts,
 * as in JSON. The reader is loaded when the first YAML file comes.
 * @throws anything, for text that is no YAML or costs too much
 */
export async function parseYaml(text: string): Promise<unknown> {
  const { CORE_SCHEMA, FAILSAFE_SCHEMA, load, mergeTag } = await import('js-yaml');
  const options = {
    json: true,
    maxDepth: OPENAPI_LIMITS.depth,
    maxAliases: OPENAPI_LIMITS.aliases,
    maxTotalMergeKeys: OPENAPI_LIMITS.mergedKeys,
  };
  const document = load(text, { ...options, schema: CORE_SCHEMA.withTags(mergeTag) });
  if (!isObject(document) || !isObject(document.info) || typeof document.info.version !== 'number') return document;
  const written = load(`${infoBlock(text)}\n`, { ...options, schema: FAILSAFE_SCHEMA });
  return withVersion(document, document.info, isObject(written) && isObject(written.info) ? written.info : {});
}

/** A version that is written as a number keeps its digits: `1.0` is not `1`. */
function withVersion(document: JsonObject, info: JsonObject, { version }: JsonObject): JsonObject {
  return typeof version === 'string' ? { ...document, info: { ...info, version } } : document;
}

/** The lines of `info` alone. */
function infoBlock(text: string): string {
  return /^info:[^\n]*\n(?:[ \t#][^\n]*\n|\r?\n)*/m.exec(`${text}\n`)?.[0] ?? '{}';
}

/** Writes YAML; text that could be read as something else stands in quotes. */
export async function printYaml(document: JsonObject): Promise<string> {
  const { dump } = await import('js-yaml');
  return `---\n${dump(document, { noRefs: true, lineWidth: -1 })}`;
}
