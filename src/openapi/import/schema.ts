import { isObject, type JsonObject } from '../values.ts';

/**
 * The words that a model may hold: those of draft 4 (its metaschema) but for `exclusiveMinimum`, which API Gateway drops
 * (features A7.7). OpenAPI's own words and an author's (`nullable`, `example`, `xml`, `x-...`) are not among them.
 */
const KEPT: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'description',
  'default',
  'type',
  'format',
  'enum',
  'multipleOf',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'maxLength',
  'minLength',
  'pattern',
  'items',
  'additionalItems',
  'maxItems',
  'minItems',
  'uniqueItems',
  'properties',
  'additionalProperties',
  'patternProperties',
  'maxProperties',
  'minProperties',
  'required',
  'dependencies',
  'definitions',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
]);

/** Members whose value is a map of schemas; the names in it are the author's. */
const MAPS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);

/** Members whose value is data and no schema. */
const DATA: ReadonlySet<string> = new Set(['enum', 'default', 'required', 'type', 'pattern', 'format']);

/**
 * A schema of OpenAPI as one of JSON Schema draft 4, which is what models are written in (guide page models-mappings).
 * @param reference gives what stands in place of a `$ref`
 */
export function convertSchema(schema: unknown, reference: (target: string) => JsonObject): unknown {
  if (Array.isArray(schema)) return schema.map((item) => convertSchema(item, reference));
  if (!isObject(schema)) return schema;
  if (typeof schema.$ref === 'string') return reference(schema.$ref);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name]) => KEPT.has(name))
      .map(([name, value]) => [name, convertMember(name, value, reference)]),
  );
}

function convertMember(name: string, value: unknown, reference: (target: string) => JsonObject): unknown {
  if (DATA.has(name)) return value;
  if (!MAPS.has(name) || !isObject(value)) return convertSchema(value, reference);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, convertSchema(inner, reference)]));
}

/** Whether a schema describes an object or a list: method responses know no other models (guide page api-gateway-known-issues). */
export function isStructured(schema: JsonObject): boolean {
  const { type } = schema;
  if (type === 'object' || type === 'array') return true;
  return type === undefined && ['properties', 'items', 'allOf', 'oneOf', 'anyOf'].some((name) => name in schema);
}
