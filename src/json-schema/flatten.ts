import { isObject, type JsonObject } from './json.ts';

/**
 * Puts the schemas that a schema refers to by URL among its own definitions, and those that they refer to, so that it needs no
 * other document (API reference, `GetModel.flatten`).
 * @param nameOf the name of the schema at an URL; undefined leaves the reference as it is
 * @param schemaOf the schema of a name
 */
export function flattenSchema(
  schema: JsonObject,
  nameOf: (url: string) => string | undefined,
  schemaOf: (name: string) => JsonObject | undefined,
): JsonObject {
  const definitions = new Map<string, unknown>();
  /** @param home where the document that the value is from lies in the flat one: `#`, or `#/definitions/NAME` */
  const rewrite = (value: unknown, home: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => rewrite(item, home));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, content]) => [
        key,
        key === '$ref' && typeof content === 'string' ? reference(content, home) : rewrite(content, home),
      ]),
    );
  };
  const reference = (ref: string, home: string): string => {
    const hash = ref.indexOf('#');
    const [url, pointer] = hash < 0 ? [ref, ''] : [ref.slice(0, hash), ref.slice(hash + 1)];
    if (url === '') return home + pointer;
    const name = nameOf(url);
    const target = name === undefined ? undefined : schemaOf(name);
    if (name === undefined || target === undefined) return ref;
    const place = `#/definitions/${name}`;
    if (!definitions.has(name)) {
      definitions.set(name, undefined);
      definitions.set(name, rewrite(target, place));
    }
    return place + pointer;
  };
  const flat = rewrite(schema, '#') as JsonObject;
  if (definitions.size === 0) return flat;
  const own = isObject(flat.definitions) ? flat.definitions : {};
  return { ...flat, definitions: { ...own, ...Object.fromEntries(definitions) } };
}
