import type { Model } from '../../model/index.ts';
import { isObject, type JsonObject } from '../values.ts';
import type { Documentation } from './documentation.ts';

/**
 * The models of an API as a document's schemas.
 * @param used names that methods refer to
 * @param prefix what references to schemas begin with
 */
export function writeModels(
  models: readonly Model[],
  used: ReadonlySet<string>,
  prefix: string,
  documentation: Documentation,
): JsonObject {
  const schemas = new Map(models.map(({ name, schema }) => [name, parse(schema)]));
  const referred = new Set([...used, ...[...schemas.values()].flatMap((schema) => [...referencesIn(schema)])]);
  const untouched = new Set(models.filter(isFromTheStart).map(({ name }) => name));
  const kept = [...schemas].filter(([name]) => referred.has(name) || !untouched.has(name));
  return Object.fromEntries(
    kept.map(([name, schema]) => [
      name,
      { ...relink(withoutDraft(schema), prefix), ...documentation.of({ type: 'MODEL', name }) },
    ]),
  );
}

/**
 * Every API begins with models `Empty` and `Error`, told by their descriptions; those that nothing refers to are not exported
 * (guide page api-as-s3-proxy-export-swagger-with-extensions).
 */
function isFromTheStart({ name, description }: Model): boolean {
  return description === `This is a default ${name.toLowerCase()} schema model`;
}

function parse(text: string): JsonObject {
  try {
    const schema: unknown = JSON.parse(text);
    return isObject(schema) ? schema : {};
  } catch {
    // Models of other content types hold any text.
    return {};
  }
}

/** OpenAPI says itself which kind of schema it has. */
function withoutDraft({ $schema: _, ...schema }: JsonObject): JsonObject {
  return schema;
}

/** References between models are URLs (fact D81); in a document they point within it. */
function relink(schema: JsonObject, prefix: string): JsonObject {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    const name = key === '$ref' && typeof value === 'string' ? modelName(value) : undefined;
    return name === undefined ? value : prefix + name;
  });
  return JSON.parse(text) as JsonObject;
}

function* referencesIn(schema: unknown): Iterable<string> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    const name = key === '$ref' && typeof value === 'string' ? modelName(value) : undefined;
    if (name === undefined) yield* referencesIn(value);
    else yield name;
  }
}

function modelName(reference: string): string | undefined {
  return /^https?:\/\/[^/]+\/restapis\/[^/]+\/models\/([a-zA-Z0-9]+)$/.exec(reference)?.[1];
}
